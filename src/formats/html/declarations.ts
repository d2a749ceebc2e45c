import { readColour } from "./colour.js";
import { find, unescaped, withoutComments } from "./scan.js";

/** A value as it is written, in lower case. */
export interface Declared {
  readonly value: string;
  readonly important: boolean;
}

export type Declarations = ReadonlyMap<string, Declared>;

/** The properties that are evaluated: all that may hide the text of an element, strike it out, cover it, separate it or move it. */
const PROPERTIES: ReadonlySet<string> = /* @__PURE__ */ new Set(
  (
    "all display mso-hide mso-text-raise visibility content-visibility opacity zoom filter color -webkit-text-fill-color " +
    "-webkit-text-stroke-width -webkit-text-security text-shadow background-color background-image background-clip border-image mix-blend-mode " +
    "backdrop-filter outline-width outline-offset box-shadow -webkit-box-reflect text-decoration-line text-decoration-color " +
    "text-decoration-thickness text-emphasis-style vertical-align baseline-shift initial-letter font-size font-size-adjust font-family font-variant " +
    "font-variant-position font-variant-alternates font-feature-settings font-palette letter-spacing word-spacing line-height " +
    "white-space white-space-collapse text-indent position left top right bottom margin-left margin-top margin-right margin-bottom " +
    "padding-left padding-top padding-right padding-bottom float width height min-width min-height max-width max-height flex-grow table-layout box-sizing overflow-x overflow-y contain clip clip-path mask-image " +
    "-webkit-mask-box-image transform translate scale rotate offset-path animation-name animation-iteration-count animation-play-state animation-fill-mode direction unicode-bidi writing-mode " +
    "-webkit-rtl-ordering flex-direction order -webkit-box-direction -webkit-box-ordinal-group grid-row-start grid-row-end " +
    "grid-column-start grid-column-end position-area list-style-type content"
  ).split(" "),
);

/** Other names of the same, on a page that is written from left to right and from top to bottom. */
const ALIASES: Readonly<Record<string, string>> = {
  "inline-size": "width",
  "block-size": "height",
  "min-inline-size": "min-width",
  "min-block-size": "min-height",
  "max-inline-size": "max-width",
  "max-block-size": "max-height",
  "overflow-inline": "overflow-x",
  "overflow-block": "overflow-y",
  "border-image-slice": "border-image",
  "-webkit-border-image": "border-image",
  "-webkit-logical-width": "width",
  "-webkit-logical-height": "height",
};

/** The longhand properties of a shorthand. */
const SHORTHANDS: Readonly<Record<string, (value: string) => Readonly<Record<string, string>>>> = {
  font: ofFont,
  background: (value) => ({
    "background-color": value.includes("var(")
      ? value
      : (wordsOf(value).findLast((word) => readColour(word) !== null) ?? "transparent"),
    "background-image": /\(/.test(value.replace(/(?:rgb|hsl|hwb)a?\([^()]*\)/g, "")) ? value : "none",
    "background-clip": /\btext\b/.test(value) ? "text" : "border-box",
  }),
  "text-decoration": (value) => ({
    "text-decoration-line": value,
    "text-decoration-color": "initial",
    "text-decoration-thickness": "initial",
  }),
  margin: (value) => ofSides("margin-", value),
  padding: (value) => ofSides("padding-", value),
  inset: (value) => ofSides("", value),
  "margin-inline": (value) => ofPair("margin-left", "margin-right", value),
  "margin-block": (value) => ofPair("margin-top", "margin-bottom", value),
  "padding-inline": (value) => ofPair("padding-left", "padding-right", value),
  "padding-block": (value) => ofPair("padding-top", "padding-bottom", value),
  "inset-inline": (value) => ofPair("left", "right", value),
  "inset-block": (value) => ofPair("top", "bottom", value),
  outline: (value) => ({ "outline-width": wordsOf(value).find((word) => /^[.\d]|^(?:thin|medium|thick)$/.test(word)) ?? "0" }),
  overflow: (value) => ofPair("overflow-x", "overflow-y", value),
  flex: (value) => ({ "flex-grow": /^(?:none|initial)$/.test(value) ? "0" : (/^[\d.]+(?=\s|$)/.exec(value)?.[0] ?? "1") }),
  "flex-flow": (value) => ({ "flex-direction": value }),
  "grid-row": (value) => ({ "grid-row-start": value }),
  "grid-column": (value) => ({ "grid-column-start": value }),
  "grid-area": (value) => ({ "grid-row-start": value }),
  mask: (value) => ({ "mask-image": value }),
  animation: (value) => ({
    "animation-name": value,
    "animation-iteration-count": /\binfinite\b|\d{3}s/.test(value) ? "infinite" : "1",
    "animation-fill-mode": /\b(?:forwards|both)\b/.test(value) ? "both" : "none",
    "animation-play-state": /\bpaused\b/.test(value) ? "paused" : "running",
  }),
  offset: (value) => ({ "offset-path": value }),
  "list-style": (value) => ({ "list-style-type": value }),
  "text-emphasis": (value) => ({ "text-emphasis-style": value }),
  "-webkit-text-stroke": (value) => ({ "-webkit-text-stroke-width": value }),
};

/** What a `background` may contain besides its colour. */
const BACKGROUND =
  /^(?:[-+.\d,/]|.*\(|none|(?:no-)?repeat|repeat-[xy]|space|round|left|right|top|bottom|center|scroll|fixed|local|cover|contain|auto|text|(?:border|padding|content)-box)/;

/** Sides by the words that mean them in a text that runs from left to right. */
const SIDES = /-(inline-start|inline-end|block-start|block-end|start|end|before|after)$/;
const SIDE: Readonly<Record<string, string>> = {
  "inline-start": "left",
  "inline-end": "right",
  "block-start": "top",
  "block-end": "bottom",
  start: "left",
  end: "right",
  before: "top",
  after: "bottom",
};

function ofSides(name: string, value: string): Readonly<Record<string, string>> {
  const [top = "", right = top, bottom = top, left = right] = wordsOf(value);
  return { [`${name}top`]: top, [`${name}right`]: right, [`${name}bottom`]: bottom, [`${name}left`]: left };
}

function ofPair(start: string, end: string, value: string): Readonly<Record<string, string>> {
  const [first = "", second = first] = wordsOf(value);
  return { [start]: first, [end]: second };
}

/** Words of a value that are parted by spaces outside of brackets. */
function wordsOf(value: string): readonly string[] {
  return value.match(/(?:[^\s()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+/g) ?? [];
}

const FONT_SIZE =
  /\s((?:(?:\d+\.?\d*|\.\d+)(?:[a-z]+|%)|0|(?:calc|var|min|max|clamp)\(.{0,200}\)|(?:xx?-|xxx-)?(?:small|large)|medium|smaller|larger))(?:\s?\/\s?\S+)?\s/;

/** Size and family of `italic bold 12px/1.5 serif`. */
function ofFont(value: string): Readonly<Record<string, string>> {
  if (WIDE.test(value)) return { "font-size": value, "font-family": value, "font-variant-position": value };
  const found = FONT_SIZE.exec(` ${value} `);
  if (found === null) return value.includes("var(") ? { "font-size": value } : {};
  const family = ` ${value} `.slice(found.index + found[0].length).trim();
  return { "font-size": found[1] ?? "", "font-family": family, "font-variant": "normal", "font-variant-position": "normal" };
}

/** Values that every property may have. */
export const WIDE = /^(?:initial|inherit|unset|revert|revert-layer)$/;

/** Values of some properties; with any other word a browser passes over the declaration, so that what was declared before holds. */
const VALUES: ReadonlyMap<string, RegExp> = /* @__PURE__ */ new Map([
  [
    "display",
    /^(?:none|contents|(?:block|inline)?\s?(?:flow|flow-root|table|flex|grid|ruby|math)?|inline|block|list-item|(?:block|inline|flow|flow-root|\s)*list-item|inline-(?:block|table|flex|grid|flow-root)|table-(?:row|cell|caption|row-group|header-group|footer-group|column|column-group)|ruby-(?:base|text|base-container|text-container)|-webkit-(?:inline-)?(?:box|flex))$/,
  ],
  ["visibility", /^(?:visible|hidden|collapse)$/],
  ["position", /^(?:static|relative|absolute|fixed|(?:-webkit-)?sticky)$/],
  ["float", /^(?:none|left|right|inline-start|inline-end)$/],
  ["direction", /^(?:ltr|rtl)$/],
  ["opacity", /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?%?$/],
  [
    "font-size",
    /^(?:\+?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?(?:[a-z]+|%)?|(?:xx?-|xxx-)?(?:small|large)|medium|smaller|larger|math)$/,
  ],
]);

const NONE: Declarations = /* @__PURE__ */ new Map();
const IMPORTANT = /!\s*important$/;

/** Values that no browser of today understands, so that what was declared before them holds. */
const OF_OTHER_TIMES = /\\[09](?![\da-f])|^-(?:moz|ms|o|khtml)-|progid:|expression\(|^alpha\(|^gray$|!/i;

/** The declarations of a `style` attribute, as far as they are looked at. */
export function readDeclarations(css: string): Declarations {
  const found = new Map<string, Declared>();
  for (let from = 0; from < css.length; ) {
    const end = find(css, from, ";");
    addDeclaration(css.slice(from, end), found);
    from = end + 1;
  }
  return found.size === 0 ? NONE : found;
}

/** Adds a declaration; a later one overrides an earlier one that is not more important. */
export function addDeclaration(written: string, into: Map<string, Declared>): void {
  const css = withoutComments(written, " ");
  const colon = css.indexOf(":");
  if (colon < 0) return;
  const name = propertyOf(css.slice(0, colon));
  if (name === null) return;
  const lower = css
    .slice(colon + 1)
    .trim()
    .toLowerCase();
  const value = lower.includes("!") ? lower.replace(IMPORTANT, "").trimEnd() : lower;
  const important = value !== lower;
  if (name.startsWith("--")) into.set(name, { value, important });
  else if (value !== "" && !OF_OTHER_TIMES.test(value)) set(name, name === "content" ? value : unescaped(value), important, into);
}

function set(name: string, value: string, important: boolean, into: Map<string, Declared>): void {
  const shorthand = Object.hasOwn(SHORTHANDS, name) ? SHORTHANDS[name] : undefined;
  if (
    name === "background" &&
    !WIDE.test(value) &&
    !wordsOf(value).every((word) => BACKGROUND.test(word) || readColour(word) !== null)
  )
    return;
  if (shorthand !== undefined) {
    for (const [own, part] of Object.entries(shorthand(value))) set(own, WIDE.test(value) ? value : part, important, into);
    return;
  }
  // An invalid colour is ignored, so that the earlier declaration applies.
  if (/color$/.test(name) && !WIDE.test(value) && readColour(value) === null) return;
  if (VALUES.get(name)?.test(value) === false && !WIDE.test(value) && !value.includes("(")) return;
  // Sizes without a unit hold on pages of old only.
  if (name === "font-size" && /^[\d.]+$/.test(value) && /[1-9]/.test(value) && into.has(name)) {
    into.set(name, { value: "unclear", important });
    return;
  }
  if (into.get(name)?.important !== true || important) {
    // Set again, so that the declarations are in order of precedence.
    into.delete(name);
    into.set(name, { value, important });
  }
}

/** Properties that browsers also accept by an older name. */
const PREFIXED =
  /^-webkit-(?:animation|background-clip|box-shadow|box-sizing|clip-path|filter|flex-|font-feature-settings|margin-|padding-|mask|opacity|order|text-decoration|text-emphasis|transform|writing-mode)/;

/** The name of a property that is looked at, `--name` for one that a page makes itself. */
function propertyOf(written: string): string | null {
  const plain = unescaped(written.trim());
  if (plain.startsWith("--")) return plain;
  const name = plain.toLowerCase();
  if (isKnown(name)) return Object.hasOwn(ALIASES, name) ? (ALIASES[name] ?? name) : name;
  if (PREFIXED.test(name)) {
    const own = sideOf(name.slice("-webkit-".length));
    return isKnown(own) ? own : null;
  }
  const own = sideOf(name);
  return own !== name && isKnown(own) ? own : null;
}

function isKnown(name: string): boolean {
  return PROPERTIES.has(name) || Object.hasOwn(SHORTHANDS, name) || Object.hasOwn(ALIASES, name);
}

/** `margin-inline-start` is `margin-left`, `inset-block-end` is `bottom`. */
function sideOf(name: string): string {
  if (!/^(?:margin|padding|inset)-/.test(name)) return name;
  return name.replace(SIDES, (_, side: string) => `-${SIDE[side] ?? side}`).replace("inset-", "");
}
