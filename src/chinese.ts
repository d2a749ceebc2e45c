/**
 * Reports with the official Chinese labels as keys: `{"表三": {"（一）予以公开": {"自然人": 4}}}`. A documented second form of the same
 * data; the schema with English keys is the canonical one.
 *
 * @packageDocumentation
 */

export { fromChinese } from "./chinese/fromChinese.js";
export { type ChineseReport, type ChineseValue, toChinese } from "./chinese/toChinese.js";
