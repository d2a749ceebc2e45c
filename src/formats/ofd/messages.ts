import type { Catalogue } from "../../findings/finding.js";

/** Messages about an OFD file as a whole. */
export const ofdMessages = {
  "ofd.signed": {
    zh: "文件带有电子签名或电子印章。没有验证签名，也没有读取印章，请用OFD阅读器核验。",
    en: "The file has electronic signatures or seals. They were not verified and the seals were not read; check them in an OFD viewer.",
  },
} as const satisfies Catalogue;
