import { attributeOf, elementsOf, type XmlElement } from "../office/xml.js";

/** Prefixes of the extensions of the format that Word and WPS support. */
const KNOWN =
  /^(?:a14|aink|am3d|c14|c16r?\d?|cx\d?|m|o|oel|pic|r|v|w|w10|w14|w15|w16\w*|wne|wp|wp14|wp15|wpc|wpg|wpi|wps|x14\w*|asvg)$/;

/** The alternative that programs show: the first one whose requirements they support, else the fallback. */
export function chosenOf(alternatives: XmlElement): XmlElement | undefined {
  return elementsOf(alternatives).find(({ name, ...rest }) => {
    if (name === "mc:Fallback") return true;
    const required = attributeOf({ name, ...rest }, "mc:Requires") ?? "";
    return name === "mc:Choice" && required.split(/\s+/).every((prefix) => prefix === "" || KNOWN.test(prefix));
  });
}
