import { attributeOf, childOf, elementsOf, type XmlElement } from "../office/xml.js";

const DIAGONALS: readonly string[] = ["w:tl2br", "w:tr2bl"];

/** Whether a line runs across a cell from corner to corner. */
export function isCrossedOut(properties: XmlElement | undefined): boolean {
  const borders = childOf(properties, "w:tcBorders");
  return DIAGONALS.some((name) => {
    const border = childOf(borders, name);
    return border !== undefined && !["nil", "none"].includes(attributeOf(border, "w:val") ?? "none");
  });
}

/** Whether a drawing is a line, which strikes out what it lies over. */
export function isLine(drawing: XmlElement): boolean {
  if (drawing.name === "v:line") return true;
  return elementsOf(drawing).some((child) =>
    child.name === "a:prstGeom" ? /^(?:line|straightConnector1)$/.test(attributeOf(child, "prst") ?? "") : isLine(child),
  );
}
