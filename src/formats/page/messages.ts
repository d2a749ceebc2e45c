import type { Catalogue } from "../../findings/finding.js";

/** Messages about the pages of a document. */
export const pageMessages = {
  "page.noText": {
    zh: "第{pages}页没有文字，只有图片或图形（如扫描件）。其中的内容没有读取，请对照原件填写，或取得原来的文件。",
    en: "There is no text on page {pages}, only pictures or drawings, as in a scan. Nothing of it was read; fill it in from the original, or get the file that it was made from.",
  },
  "page.recognised": {
    zh: "第{pages}页有看不见的文字（如文字识别留下的文字、关闭的图层、被遮盖的文字），可能与画面不符。其中的数字均未采用。",
    en: "Page {pages} has text that is not seen: left by text recognition (OCR), in a layer that is switched off, or covered. It may differ from what the page shows. Figures in it were not read.",
  },
  "page.unsaid": {
    zh: "第{pages}页有{found}个字符，文件没有说明是什么字（字体缺少对照表）。含有它们的数字均未采用，请对照画面填写。",
    en: "Page {pages} has {found} characters that the file does not identify (their font has no character map). Figures that contain them were not read; fill them in from the page.",
  },
} as const satisfies Catalogue;
