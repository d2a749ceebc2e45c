/** What texts are compared by here: the same as labels are everywhere. */
export { normalizeLabel as plainText } from "../../reading/labelText.js";
