import type { WebArchive } from "./archive.js";

/** What may stand before the sheets that a sheet begins with, and the next of them: its name, and when it counts. */
const NEXT_IMPORT =
  /(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/|@charset[^;]{0,100};|<!--)*@import\s+(?:url\(\s*)?["']?([^"')\s;]{1,2000})["']?\s*\)?([^;]{0,400});/iy;

/** A style sheet with those that it imports, each once, as far as they are in the archive. */
export function withImports(css: string, base: string, archive: WebArchive, known: Set<string> = new Set()): string {
  let imported = "";
  let end = 0;
  const next = new RegExp(NEXT_IMPORT);
  for (let found = next.exec(css); found !== null; found = next.exec(css)) {
    const [, reference = "", media = ""] = found;
    end = next.lastIndex;
    const sheet = archive.sheet(reference, base);
    if (sheet === undefined || known.has(sheet.text)) continue;
    known.add(sheet.text);
    const whole = withImports(sheet.text, sheet.base, archive, known);
    imported += media.trim() === "" ? whole : `@media ${media}{${whole}}`;
  }
  return end === 0 ? css : `${imported}\n${css.slice(end)}`;
}
