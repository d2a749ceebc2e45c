import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { writeDocx } from "../../src/docx.js";
import { renderHtml } from "../../src/html.js";
import type { Report } from "../../src/index.js";
import type { LogEntry, Reading } from "../../src/pdf.js";
import { writeXlsx } from "../../src/xlsx.js";
import { convert } from "../containers/office.js";
import type { Dice, NoisyDocument } from "../reading/noise.js";
import { page as noisyPage } from "../reading/noise.js";

export const CHROMIUM = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

export const hasChromium = existsSync(CHROMIUM);

/** A PDF that another program made, with what it must be read as. */
export interface MadePdf {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly truth: ReadonlyMap<string, number | string | null>;
}

/** Compares what was read with what is known: what is wrong, and what was on the page and not read. */
export function scored(
  truth: MadePdf["truth"],
  { log }: Pick<Reading, "log">,
): { readonly wrong: readonly string[]; readonly lost: readonly string[] } {
  const values = new Map<string, LogEntry["value"]>(log.map(({ address, value }) => [address, value]));
  const wrong: string[] = [];
  const lost: string[] = [];
  for (const [address, value] of truth) {
    const read = values.get(address) ?? null;
    if (read !== null && read !== value) wrong.push(`${address}: ${read} for ${value}`);
    if (read === null && value !== null) lost.push(address);
  }
  return { wrong, lost };
}

let browser: Promise<Browser> | null = null;

/** Ends the browser that prints the pages of all makers, if any was printed. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = null;
}

/** Pages printed by Chromium, with the headers and footers of a browser on every other one. */
export async function printed(pages: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, Uint8Array>> {
  browser ??= chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  const page = await (await browser).newPage();
  try {
    const made = new Map<string, Uint8Array>();
    let i = 0;
    for (const [name, html] of pages) {
      i += 1;
      await page.setContent(html);
      made.set(
        name,
        await page.pdf({
          format: "A4",
          landscape: i % 5 === 0,
          displayHeaderFooter: i % 2 === 0,
          margin: { top: "18mm", bottom: "18mm", left: "12mm", right: "12mm" },
        }),
      );
    }
    return made;
  } finally {
    await page.close();
  }
}

/** Each report as a Word or an Excel file of ours, saved as PDF by LibreOffice. */
export async function fromOffice(
  reports: readonly Report[],
  isWord: (i: number) => boolean,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const [i, report] of reports.entries())
    if (isWord(i)) files.set(`r${i}.docx`, await writeDocx(report));
    else files.set(`r${i}.xlsx`, await writeXlsx(report));
  return convert(files, "pdf");
}

/** Reports as web pages of ours, printed by Chromium. */
export function fromHtml(reports: readonly Report[]): Promise<ReadonlyMap<string, Uint8Array>> {
  return printed(new Map(reports.map((report, i) => [`r${i}.html`, renderHtml(report)])));
}

/** The page of a document with noise, as one of many content systems makes it. */
export function noisyHtml(noisy: NoisyDocument, title: string, roll: Dice, style?: string): string {
  return noisyPage(noisy, title, roll, style);
}
