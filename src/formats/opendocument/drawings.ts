import { ANYWHERE, type Extent, type Reach } from "../docx/covered.js";
import { attributeOf, childOf, elementsOf, type XmlElement } from "../office/xml.js";
import { type OdfStyles, twipsOf } from "./styles.js";

/** Shapes whose outline runs around what they lie over; any other strikes it out. */
const FRAMES: ReadonlySet<string> = new Set(["draw:frame", "draw:rect", "draw:ellipse", "draw:circle"]);
const CUSTOM_FRAMES = /^(?:ooxml-)?(?:rect|rectangle|roundRect|round-rectangle|ellipse)$|^mso-spt202$/;

/** Whether a shape has lines that strike out the text below it. */
export function isLine(shape: XmlElement): boolean {
  const kind = attributeOf(childOf(shape, "draw:enhanced-geometry"), "draw:type") ?? "";
  return !(shape.name === "draw:custom-shape" ? CUSTOM_FRAMES.test(kind) : FRAMES.has(shape.name));
}

export function isInLine(drawing: XmlElement): boolean {
  return attributeOf(drawing, "text:anchor-type") === "as-char";
}

/** The extent of a floating drawing; `null` for one that hides nothing. A picture counts only if its position is known, as that of a seal is. */
export function reachOf(drawing: XmlElement, styles: OdfStyles): Reach | null {
  const { apart, covers, fill, fromParagraph } = styles("graphic", attributeOf(drawing, "draw:style-name"));
  const isFrame = drawing.name === "draw:frame";
  // Text wraps around frames unless stated otherwise.
  if (isInLine(drawing) || (apart ?? isFrame)) return null;
  const place = fromParagraph ? extentOf(drawing) : null;
  const line = isLine(drawing);
  const isFilled = covers && (!isFrame || fill !== null);
  if (line || isFilled) return { ...(place ?? ANYWHERE), isLine: line };
  const isPicture = childOf(drawing, "draw:image") !== undefined;
  return isPicture && place !== null ? { ...place, isLine: false } : null;
}

/** The upper and the lower end of a drawing, or of all that a group holds. */
function extentOf(drawing: XmlElement): Extent | null {
  if (attributeOf(drawing, "draw:transform") !== undefined) return null;
  if (drawing.name === "draw:g") {
    const parts = elementsOf(drawing).filter(({ name }) => name.startsWith("draw:"));
    return parts.map(extentOf).reduce((a, b) => (a === null || b === null ? null : union(a, b)), EMPTY);
  }
  const [y, height, y1, y2] = ["y", "height", "y1", "y2"].map((name) => twipsOf(attributeOf(drawing, `svg:${name}`)));
  if (y1 != null && y2 != null) return { top: Math.min(y1, y2), bottom: Math.max(y1, y2) };
  return y == null || height == null ? null : { top: y, bottom: y + height };
}

const EMPTY: Extent | null = { top: Number.POSITIVE_INFINITY, bottom: Number.NEGATIVE_INFINITY };

function union(a: Extent, b: Extent): Extent {
  return { top: Math.min(a.top, b.top), bottom: Math.max(a.bottom, b.bottom) };
}
