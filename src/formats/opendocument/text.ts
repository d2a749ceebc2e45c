import type { Fill } from "../colours.js";
import type { Reach } from "../docx/covered.js";
import type { RunProperties } from "../docx/runProperties.js";
import { isOutside, readable, visibilityOf } from "../docx/visibility.js";
import { attributeOf, childOf, elementsOf, type XmlElement } from "../office/xml.js";
import { distorted, OBJECT, turned } from "../raisedText.js";
import { isInLine, isLine, reachOf } from "./drawings.js";
import type { OdfStyles } from "./styles.js";

/** Most spaces that one element may represent. */
export const MAX_SPACES = 1000;

/** Elements within a paragraph whose content is not printed there. */
const UNPRINTED: ReadonlySet<string> = new Set([
  "office:annotation",
  "office:annotation-end",
  "text:note",
  "text:ruby-text",
  "text:tracked-changes",
  "text:script",
  "office:event-listeners",
]);

/** Fields whose number the program recalculates. */
const COUNTED: ReadonlySet<string> = new Set(
  ["page-number", "page-variable-get", "sequence", "chapter", "editing-cycles", "editing-duration"]
    .concat(["page", "paragraph", "word", "character", "table", "image", "object"].map((what) => `${what}-count`))
    .map((name) => `text:${name}`),
);

/** Elements whose text is printed as it stands. Any other of text is a field, whose text the program makes anew from what it knows. */
const KEPT: ReadonlySet<string> = new Set(
  ["meta", "meta-field", "ruby", "ruby-base", "text-input", "placeholder", "hidden-text", "hidden-paragraph"]
    .concat(["toc-mark", "user-index-mark", "alphabetical-index-mark"])
    .map((name) => `text:${name}`),
);

/** The text of a paragraph, and the frames with text that hang on it. */
export interface OdfLine {
  readonly text: string;
  readonly boxes: readonly XmlElement[];
  /** How far the drawings that float over the text from here reach. */
  readonly drawings: readonly Reach[];
}

/** What has been collected of a paragraph. */
interface Collected {
  readonly parts: Part[];
  readonly boxes: XmlElement[];
  readonly drawings: Reach[];
}

interface Part {
  readonly text: string;
  readonly run: RunProperties;
}

/**
 * Reads a paragraph. `outer` is the style inherited from around it, `fills` its backgrounds, innermost first; `low`:
 * whether what surrounds it cuts figures off.
 */
export function readLine(
  paragraph: XmlElement,
  styles: OdfStyles,
  outer: RunProperties,
  fills: readonly Fill[],
  low = false,
): OdfLine {
  const line: Collected = { parts: [], boxes: [], drawings: [] };
  const { parts, boxes, drawings } = line;
  const style = styles("paragraph", attributeOf(paragraph, "text:style-name"));
  readInline(paragraph, { ...outer, ...style.run }, styles, line);
  const displaced = low || style.distorted || isOutside(style.indent + style.firstLine);
  const surroundings = { fills: [style.fill, ...fills], reversed: false, displaced };
  const hides = hidingField(paragraph);
  const isOpen = hides !== null && attributeOf(hides, "text:condition") !== undefined;
  if (hides !== null && !isOpen && attributeOf(hides, "text:is-hidden") === "true") return { text: "", boxes: [], drawings: [] };
  const hasBase = parts.some(({ text, run }) => isOnLine(run) && text.trim() !== "");
  const text = parts
    .map((part) => {
      const visibility = style.shown ? visibilityOf(part.run, surroundings) : "hidden";
      if (visibility === "hidden") return "";
      const shown = readable(part.text, part.run, isAligned(part.run) ? !isOnLine(part.run) && hasBase : true, surroundings);
      return visibility === "doubtful" && part.text.trim() !== "" ? shown + OBJECT : shown;
    })
    .join("");
  if (isOpen) return { text: distorted(text), boxes, drawings };
  return { text: style.fromRight ? turned(text) : text, boxes, drawings };
}

/** The field in a paragraph that may hide all of it. A condition is evaluated by the program only. */
function hidingField(element: XmlElement): XmlElement | null {
  for (const child of elementsOf(element)) {
    if (child.name === "text:hidden-paragraph") return child;
    const inner = child.name === "text:span" ? hidingField(child) : null;
    if (inner !== null) return inner;
  }
  return null;
}

function isAligned({ align = "baseline" }: RunProperties): boolean {
  return align === "baseline";
}

function isOnLine(run: RunProperties): boolean {
  return isAligned(run) && (run.position ?? 0) === 0;
}

function readInline(parent: XmlElement, run: RunProperties, styles: OdfStyles, line: Collected): void {
  for (const child of parent.children) {
    if (typeof child === "string") {
      line.parts.push({ text: child.replace(/[ \t\r\n]+/g, " "), run });
      continue;
    }
    if (UNPRINTED.has(child.name) || isUnprinted(child)) continue;
    switch (child.name) {
      case "text:s": {
        const count = Number(attributeOf(child, "text:c") ?? 1);
        line.parts.push({ text: " ".repeat(Math.min(Math.max(count || 1, 1), MAX_SPACES)), run });
        break;
      }
      case "text:tab":
        line.parts.push({ text: "\t", run });
        break;
      case "text:line-break":
        line.parts.push({ text: "\n", run });
        break;
      case "draw:frame":
        readFrame(child, run, styles, line);
        break;
      case "text:span":
      case "text:a":
        readInline(child, { ...run, ...styles("text", attributeOf(child, "text:style-name")).run }, styles, line);
        break;
      default:
        if (COUNTED.has(child.name)) line.parts.push({ text: OBJECT, run });
        else if (child.name.startsWith("draw:")) {
          if (isSeen(child, styles)) line.parts.push({ text: OBJECT, run });
          hang(child, styles, line);
        } else if (isRenewed(child)) readRenewed(child, run, styles, line);
        else readInline(child, run, styles, line);
    }
  }
}

/** Whether the program makes the text of an element anew. That of a fixed field stays, but for dates, which it writes in its own way. */
function isRenewed(element: XmlElement): boolean {
  if (!element.name.startsWith("text:") || KEPT.has(element.name)) return isOpenField(element);
  return attributeOf(element, "text:fixed") !== "true" || DATED.test(element.name);
}

const DATED = /-?(?:date|time)$/;

/** Whether a field hides its text under a condition, which only the program can evaluate. */
function isOpenField(field: XmlElement): boolean {
  return field.name === "text:hidden-text" && attributeOf(field, "text:condition") !== undefined;
}

/** A field that the program recalculates: its figures are unreadable. */
function readRenewed(field: XmlElement, run: RunProperties, styles: OdfStyles, line: Collected): void {
  const own: Part[] = [];
  readInline(field, run, styles, { ...line, parts: own });
  line.parts.push(...own);
  const stated = attributeOf(field, "text:string-value") ?? "";
  if (/\d/.test(stated) || own.some(({ text }) => /\d/.test(text))) line.parts.push({ text: OBJECT, run });
}

/** Whether a field prints nothing: hidden text is hidden unless the file states otherwise. */
function isUnprinted(field: XmlElement): boolean {
  const hidden = attributeOf(field, "text:is-hidden");
  if (field.name === "text:hidden-text") return hidden !== "false" && !isOpenField(field);
  return hidden === "true" || attributeOf(field, "text:display") === "none";
}

/** Whether a shape matters in a line of text: it is anchored in it, covers it, strikes it out or contains digits. */
function isSeen(shape: XmlElement, styles: OdfStyles): boolean {
  return isInLine(shape) || isLine(shape) || styles("graphic", attributeOf(shape, "draw:style-name")).covers || hasFigure(shape);
}

function hang(drawing: XmlElement, styles: OdfStyles, { drawings }: Collected): void {
  const reach = reachOf(drawing, styles);
  if (reach !== null) drawings.push(reach);
}

function hasFigure(element: XmlElement): boolean {
  return element.children.some((child) => (typeof child === "string" ? /\d/.test(child) : hasFigure(child)));
}

/** A picture in a line is unreadable content; a floating one is not part of the text. A text box may cover it. */
function readFrame(frame: XmlElement, run: RunProperties, styles: OdfStyles, line: Collected): void {
  hang(frame, styles, line);
  const box = childOf(frame, "draw:text-box");
  if (box === undefined) {
    if (isInLine(frame) && elementsOf(frame).length > 0) line.parts.push({ text: OBJECT, run });
    return;
  }
  line.boxes.push(box);
  const { covers, fill } = styles("graphic", attributeOf(frame, "draw:style-name"));
  if (!isInLine(frame) && covers && fill !== null) line.parts.push({ text: OBJECT, run });
}
