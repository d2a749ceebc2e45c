import { afterAll, describe, expect, it } from "vitest";
import { closeBrowser } from "./made.js";
import { makers, scorePdfs } from "./pdfCorpus.js";

/** Files of each maker; `npm run corpus:pdf` reads 300. */
const SAMPLE = 2;

/**
 * Of the two pages of these makers more is lost than of their whole corpus, which has the ceiling of the maker: what is cut by the
 * edge of a page, and figures of seven digits that are broken over two lines in columns no wider than their text.
 */
const mostOfSample: Readonly<Record<string, number>> = {
  "our pages, printed by Chromium": 0.015,
  "pages spoilt in many ways, by LibreOffice": 0.45,
};

afterAll(closeBrowser);

describe("PDF files that other programs made, and the same pages as OFD", () => {
  it.each(makers)(
    "hold no wrong and no silent figure: $name",
    async (maker) => {
      if (!maker.possible) return;
      const { wrong, silent, lost, expected } = await scorePdfs(maker, SAMPLE);
      expect({ wrong, silent }).toEqual({ wrong: [], silent: [] });
      expect(lost.length).toBeLessThanOrEqual(expected * (mostOfSample[maker.name] ?? maker.most));
    },
    240_000,
  );
});
