import { attributeOf, childOf, elementsOf, textOf, type XmlElement } from "../office/xml.js";
import { ANYWHERE, type Extent, type Reach } from "./covered.js";
import { isOnValue } from "./runProperties.js";

const DIAGONALS: readonly string[] = ["w:tl2br", "w:tr2bl"];

/** Whether a line runs across a cell from corner to corner. */
export function isCrossedOut(properties: XmlElement | undefined): boolean {
  const borders = childOf(properties, "w:tcBorders");
  return DIAGONALS.some((name) => {
    const border = childOf(borders, name);
    return border !== undefined && !["nil", "none"].includes(attributeOf(border, "w:val") ?? "none");
  });
}

/** Fills of a shape through which nothing is seen. */
const FILLS: readonly string[] = ["a:solidFill", "a:gradFill", "a:pattFill", "a:blipFill"];

/** Whether a floating drawing is a shape that covers the text below it. Pictures such as seals are ignored. */
export function covers(drawing: XmlElement): boolean {
  if (drawing.name === "wp:anchor") return !isBehind(drawing) && hasFill(drawing);
  const isPicture = childOf(drawing, "v:imagedata") !== undefined;
  const isEmpty = [attributeOf(drawing, "filled"), attributeOf(childOf(drawing, "v:fill"), "on")].some((is) =>
    /^(?:f|false)$/.test(is ?? ""),
  );
  return drawing.name !== "v:group" && !isBehind(drawing) && !isPicture && !isEmpty;
}

/** Whether a shape in a drawing has a fill: its own, or else that of its style. */
export function hasFill(element: XmlElement): boolean {
  return elementsOf(element).some((child) => {
    if (child.name === "pic:pic" || child.name === "w:txbxContent") return false;
    if (!child.name.endsWith(":spPr")) return hasFill(child);
    if (FILLS.some((fill) => childOf(child, fill) !== undefined)) return true;
    const style = elementsOf(element).find(({ name }) => name.endsWith(":style"));
    const ofStyle = attributeOf(childOf(style, "a:fillRef"), "idx") ?? "0";
    return childOf(child, "a:noFill") === undefined && ofStyle !== "0";
  });
}

/** Shapes whose outline runs around what they lie over: rectangles, ellipses, boxes of text. Any other runs across it. */
const FRAMES: ReadonlySet<string> = new Set(["rect", "roundRect", "ellipse"]);
const OLD_FRAMES = /^#?_x0000_t(?:[123]|75|202)$/;
const OLD_LINES: ReadonlySet<string> = new Set(["v:line", "v:polyline", "v:curve", "v:arc"]);

/** Whether a drawing, filled or not, has lines that strike out the text below it. */
export function isLine(drawing: XmlElement): boolean {
  if (OLD_LINES.has(drawing.name)) return true;
  if (drawing.name === "v:shape" && childOf(drawing, "v:imagedata") === undefined)
    return !OLD_FRAMES.test(attributeOf(drawing, "type") ?? "") && childOf(drawing, "v:textbox") === undefined;
  return elementsOf(drawing).some((child) => {
    if (child.name === "pic:pic" || child.name === "w:txbxContent") return false;
    if (child.name === "a:prstGeom") return !FRAMES.has(attributeOf(child, "prst") ?? "rect");
    return child.name === "a:custGeom" || isLine(child);
  });
}

/** Twentieths of a point in the units of lengths. */
const EMU = 1 / 635;
const UNITS: Readonly<Record<string, number>> = { pt: 20, in: 1440, cm: 1440 / 2.54, mm: 144 / 2.54, px: 15, "": 15, pc: 240 };

/** The extent of a floating drawing; `null` for one that hides nothing. A picture counts only if its position is known, as that of a seal is. */
export function reachOf(drawing: XmlElement): Reach | null {
  if (isBehind(drawing) || makesRoom(drawing)) return null;
  const line = isLine(drawing);
  const filled = covers(drawing);
  const place = drawing.name === "wp:anchor" ? newPlace(drawing) : oldPlace(drawing);
  if (line || filled) return { ...(place ?? ANYWHERE), isLine: !filled };
  return place === null || !hasPicture(drawing) ? null : { ...place, isLine: false };
}

function isBehind(drawing: XmlElement): boolean {
  return isOnValue(attributeOf(drawing, "behindDoc")) || /z-index:\s*-/.test(attributeOf(drawing, "style") ?? "");
}

/** Whether the text goes around a drawing, or above and below it. */
function makesRoom(drawing: XmlElement): boolean {
  return elementsOf(drawing).some(({ name, ...rest }) =>
    name === "w10:wrap"
      ? /^(?:square|tight|topAndBottom)$/.test(attributeOf({ name, ...rest }, "type") ?? "")
      : /^wp:wrap(?:Square|Tight|TopAndBottom)$/.test(name),
  );
}

function hasPicture(drawing: XmlElement): boolean {
  return elementsOf(drawing).some(({ name, ...rest }) => PICTURES.has(name) || hasPicture({ name, ...rest }));
}

const PICTURES: ReadonlySet<string> = new Set(["pic:pic", "v:imagedata"]);

/** The position that `wp:anchor` states; `null` if it is not relative to the paragraph. */
function newPlace(anchor: XmlElement): Extent | null {
  const position = childOf(anchor, "wp:positionV");
  const offset = childOf(position, "wp:posOffset");
  const top = offset === undefined ? Number.NaN : Number(textOf(offset)) * EMU;
  const height = Number(attributeOf(childOf(anchor, "wp:extent"), "cy")) * EMU;
  return fromParagraph(attributeOf(position, "relativeFrom"), top, height);
}

/** The position that a VML shape (older files) states. */
function oldPlace(shape: XmlElement): Extent | null {
  const style = attributeOf(shape, "style") ?? "";
  const stated = (name: string): string | undefined => new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;\\s]*)`).exec(style)?.[1];
  if ((stated("mso-position-vertical") ?? "absolute") !== "absolute") return null;
  const from = stated("mso-position-vertical-relative") ?? "text";
  const ends = ["from", "to"].map((name) => twipsOf(attributeOf(shape, name)?.split(",")[1]));
  const isLine = shape.name === "v:line";
  const top = isLine ? Math.min(...ends) : twipsOf(stated("margin-top"));
  const height = isLine ? Math.max(...ends) - top : twipsOf(stated("height"));
  return fromParagraph(from === "text" ? "paragraph" : from, top, height);
}

function twipsOf(length = ""): number {
  const [, number, unit = ""] = /^(-?[\d.]{1,12})([a-z]{2})?$/.exec(length) ?? [];
  return Number(number) * (UNITS[unit] ?? Number.NaN);
}

function fromParagraph(from: string | undefined, top: number, height: number): Extent | null {
  const isKnown = (from === "paragraph" || from === "line") && Number.isFinite(top + height);
  return isKnown ? { top, bottom: top + height } : null;
}
