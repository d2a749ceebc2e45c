import { attributeOf, childOf, elementsOf, type XmlElement } from "../office/xml.js";
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

/** Whether a floating drawing is a shape that covers the text which it lies over. Pictures such as seals are let pass. */
export function covers(drawing: XmlElement): boolean {
  if (drawing.name === "wp:anchor") return !isOnValue(attributeOf(drawing, "behindDoc")) && hasFill(drawing);
  const isBehind = /z-index:\s*-/.test(attributeOf(drawing, "style") ?? "");
  const isPicture = childOf(drawing, "v:imagedata") !== undefined;
  const isEmpty = [attributeOf(drawing, "filled"), attributeOf(childOf(drawing, "v:fill"), "on")].some((is) =>
    /^(?:f|false)$/.test(is ?? ""),
  );
  return drawing.name !== "v:group" && !isBehind && !isPicture && !isEmpty;
}

function hasFill(element: XmlElement): boolean {
  return elementsOf(element).some((child) => {
    if (child.name === "pic:pic" || child.name === "w:txbxContent") return false;
    const isShape = child.name.endsWith(":spPr");
    return isShape ? FILLS.some((fill) => childOf(child, fill) !== undefined) : hasFill(child);
  });
}

/** Shapes whose outline runs around what they lie over: rectangles, ellipses, boxes of text. Any other runs across it. */
const FRAMES: ReadonlySet<string> = new Set(["rect", "roundRect", "ellipse"]);
const OLD_FRAMES = /^#?_x0000_t(?:[123]|75|202)$/;
const OLD_LINES: ReadonlySet<string> = new Set(["v:line", "v:polyline", "v:curve", "v:arc"]);

/** Whether a drawing has lines that strike out what it lies over, filled or not. */
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
