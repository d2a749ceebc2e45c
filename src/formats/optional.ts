import { errorFrom } from "../findings/error.js";
import { type Catalogue, finding, type Language } from "../findings/finding.js";

const optionalMessages = {
  "format.missingLibrary": {
    zh: "此功能需要软件包{library}，但未能加载。请先安装：npm install {library}",
    en: "This needs the package {library}, which could not be loaded. Install it first: npm install {library}",
  },
} as const satisfies Catalogue;

/**
 * Loads a library that is installed only by those who use the format.
 *
 * @throws `DisclosureReportError` `format.missingLibrary`, naming what to install.
 */
export async function optional<T>(library: string, load: () => Promise<T>, language: Language = "zh"): Promise<T> {
  try {
    return await load();
  } catch {
    throw errorFrom("format.missingLibrary", [finding(optionalMessages, "format.missingLibrary", { library }, language)]);
  }
}
