import { attributeOf, elementsOf, type XmlElement } from "../office/xml.js";

/** Prefixes of what the programs that show Word files know beyond the first edition of the format. */
const KNOWN =
  /^(?:a14|aink|am3d|c14|c16r?\d?|cx\d?|m|o|oel|pic|r|v|w|w10|w14|w15|w16\w*|wne|wp|wp14|wp15|wpc|wpg|wpi|wps|x14\w*|asvg)$/;

/** Of several alternatives the one that programs show: the first of which they know all that it requires, else the one that is left for the others. */
export function chosenOf(alternatives: XmlElement): XmlElement | undefined {
  return elementsOf(alternatives).find(({ name, ...rest }) => {
    if (name === "mc:Fallback") return true;
    const required = attributeOf({ name, ...rest }, "mc:Requires") ?? "";
    return name === "mc:Choice" && required.split(/\s+/).every((prefix) => prefix === "" || KNOWN.test(prefix));
  });
}
