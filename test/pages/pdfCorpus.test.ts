import { describe, expect, it } from "vitest";
import { makers, scorePdfs } from "./pdfCorpus.js";

/** Files of each maker; `npm run corpus:pdf` reads 300. */
const SAMPLE = 2;

describe("PDF files that other programs made, and the same pages as OFD", () => {
  it.each(makers)(
    "hold no wrong and no silent figure: $name",
    async (maker) => {
      if (!maker.possible) return;
      const { wrong, silent, lost, expected } = await scorePdfs(maker, SAMPLE);
      expect({ wrong, silent }).toEqual({ wrong: [], silent: [] });
      // How much of a spoilt page is lost differs by page; two are too few to judge it by, the whole corpus does.
      if (maker.most < 0.05) expect(lost.length).toBeLessThanOrEqual(expected * maker.most);
    },
    240_000,
  );
});
