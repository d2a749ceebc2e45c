/** What is looked at of the style of an element: all that may hide its text, strike it out, set it apart or move it. */
const PROPERTIES: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "display",
  "mso-hide",
  "visibility",
  "text-decoration",
  "text-decoration-line",
  "vertical-align",
  "font",
  "font-size",
  "opacity",
  "color",
  "background",
  "background-color",
  "position",
  "left",
  "top",
  "right",
  "bottom",
  "text-indent",
  "margin-left",
  "float",
  "width",
  "height",
  "max-width",
  "max-height",
  "overflow",
  "overflow-x",
  "overflow-y",
  "clip",
  "clip-path",
  "transform",
  "direction",
  "unicode-bidi",
  "content",
]);

/** A value as it is written, in lower case. */
export interface Declared {
  readonly value: string;
  readonly important: boolean;
}

export type Declarations = ReadonlyMap<string, Declared>;

const NONE: Declarations = /* @__PURE__ */ new Map();
const IMPORTANT = /\s{0,8}!\s{0,8}important$/;

/** The declarations of a block or of a `style` attribute, as far as they are looked at. */
export function readDeclarations(css: string): Declarations {
  let found: Map<string, Declared> | null = null;
  for (const part of withoutComments(css).split(";")) {
    const colon = part.indexOf(":");
    if (colon < 0) continue;
    const name = part.slice(0, colon).trim().toLowerCase();
    if (!PROPERTIES.has(name)) continue;
    const written = part
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const value = written.includes("!") ? written.replace(IMPORTANT, "") : written;
    found ??= new Map();
    const known = found.get(name);
    const important = value !== written;
    if (known?.important !== true || important) found.set(name, { value, important });
  }
  return found ?? NONE;
}

/** A style sheet or a declaration without comments, and without the signs that hide a sheet from old browsers. */
export function withoutComments(css: string): string {
  if (!css.includes("/*")) return css;
  let text = "";
  let from = 0;
  for (;;) {
    const start = css.indexOf("/*", from);
    if (start < 0) return text + css.slice(from);
    text += css.slice(from, start);
    const end = css.indexOf("*/", start + 2);
    if (end < 0) return text;
    from = end + 2;
  }
}
