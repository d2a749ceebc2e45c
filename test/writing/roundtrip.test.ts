import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocx, writeDocx } from "../../src/docx.js";
import { renderHtml } from "../../src/formats/html/write.js";
import { renderText } from "../../src/formats/text/write.js";
import { readHtml } from "../../src/html.js";
import { type Draft, describeForm, editionIds, figureAt, type Report, validate } from "../../src/index.js";
import { readText } from "../../src/text.js";
import { readXlsx, writeXlsx } from "../../src/xlsx.js";
import { reports } from "../support/arbitraries.js";
import { hasOffice, resave } from "./process.js";
import { hostile, mistyped } from "./support.js";

interface Read {
  readonly draft: Draft | null;
}

/** There and back in every format that can be read. */
const formats: Readonly<Record<string, (draft: Draft) => Promise<Read>>> = {
  text: async (draft) => readText(renderText(draft)),
  html: async (draft) => readHtml(renderHtml(draft)),
  "html with marks": async (draft) => readHtml(renderHtml(draft, { validation: validate(draft) })),
  "html fragment": async (draft) => readHtml(renderHtml(draft, { fragment: true })),
  docx: async (draft) => readDocx(await writeDocx(draft)),
  "docx with marks": async (draft) => readDocx(await writeDocx(draft, { validation: validate(draft) })),
  xlsx: async (draft) => readXlsx(await writeXlsx(draft)),
  "xlsx with marks": async (draft) => readXlsx(await writeXlsx(draft, { validation: validate(draft) })),
  "xlsx with formulas": async (draft) => readXlsx(await writeXlsx(draft, { formulas: true })),
};

/** Sentences as reports contain them, with figures and punctuation, but without anything that looks like a heading of the form. */
const sentence = fc
  .array(
    fc.constantFrom(
      "依法",
      "公开",
      "申请",
      "工作",
      "群众",
      "，",
      "3件",
      "12.5%",
      "“放管服”",
      "<b>",
      "&amp;",
      "（含）",
      "A",
      " x",
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((words) => `本机关${words.join("")}。`);

const text = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n"));

const narratives = fc.record(
  {
    overview: fc.oneof(
      text,
      fc.record(
        {
          preamble: text,
          proactiveDisclosure: text,
          disclosureOnRequest: text,
          informationManagement: text,
          platform: text,
          supervision: text,
        },
        { requiredKeys: ["proactiveDisclosure", "supervision"] },
      ),
    ),
    problems: text,
    other: text,
  },
  { requiredKeys: [] },
);

const anyFilled: fc.Arbitrary<Report> = fc
  .tuple(
    fc.oneof(...editionIds.map((edition) => reports(edition) as fc.Arbitrary<Report>)),
    narratives,
    fc.option(fc.constant("2024-01-20")),
  )
  .map(([report, narrative, signedOn]) => ({
    ...report,
    ...(signedOn === null ? {} : { signedOn }),
    ...(Object.keys(narrative).length === 0 ? {} : { narrative }),
  }));

function figuresIn(draft: Draft | null, like: Draft): readonly unknown[] {
  return describeForm(like.edition).cells.map(({ address }) => (draft === null ? undefined : figureAt(draft, address)));
}

describe.each(Object.entries(formats))("%s", (name, throughFormat) => {
  test("gives back any report, all figures and text", { tags: "property" }, async () => {
    await fc.assert(
      fc.asyncProperty(anyFilled, async (report) => {
        const { draft } = await throughFormat(report);
        // The name says what kind of agency it is.
        expect(draft).toEqual({ ...report, agency: { ...report.agency, kind: "government" } });
      }),
      { numRuns: 10 },
    );
  });

  test("gives back a draft with its blanks", { tags: "property" }, async () => {
    const addresses = describeForm("2021").cells.map(({ address }) => address);
    await fc.assert(
      fc.asyncProperty(reports("2021"), fc.subarray(addresses, { minLength: 1, maxLength: 30 }), async (report, blanks) => {
        const draft = structuredClone(report) as unknown as Record<string, Record<string, Record<string, unknown>>>;
        for (const address of blanks) {
          const [table = "", record = "", field = ""] = address.split(".");
          const fields = draft[table]?.[record];
          if (fields !== undefined) fields[field] = null;
        }
        const given = draft as unknown as Draft;
        const read = figuresIn((await throughFormat(given)).draft, given);
        // A blank total that is written as a formula is calculated where all of its parts are there.
        const whole = figuresIn(report, report);
        const calculated = figuresIn(given, given).map((figure, i) =>
          name === "xlsx with formulas" && figure === null && read[i] === whole[i] ? whole[i] : figure,
        );
        expect(read).toEqual(calculated);
      }),
      { numRuns: 5 },
    );
  });

  test("gives back every figure, whatever the texts contain", async () => {
    const typed = [
      ...Object.values(hostile),
      "<table><tr><td>规章</td><td>9</td></tr></table>",
      "自然人│9│9",
      "| 规章 | 9 |",
    ].join("\n");
    const narrative = { overview: { preamble: typed, platform: typed }, problems: typed, other: typed };
    const { draft } = await throughFormat({ ...mistyped, narrative });
    expect(figuresIn(draft, mistyped)).toEqual(figuresIn(mistyped, mistyped));
    expect(JSON.stringify(draft?.narrative)).toContain("alert(1)");
  });

  test("gives back a report that does not balance", async () => {
    const { publishedOn: _notOnTheForm, ...printed } = mistyped;
    expect((await throughFormat(mistyped)).draft).toMatchObject(printed);
  });
});

describe("what LibreOffice saves", () => {
  const cases: readonly (readonly [
    from: string,
    to: string,
    write: (draft: Draft) => Promise<Uint8Array>,
    read: (bytes: Uint8Array) => Promise<Read>,
  ])[] = [
    ["docx", "docx", writeDocx, async (bytes) => readDocx(bytes)],
    ["docx", "html", writeDocx, async (bytes) => readHtml(bytes)],
    ["xlsx", "xlsx", writeXlsx, async (bytes) => readXlsx(bytes)],
  ];

  test.each(cases)("from %s to %s is read with the same figures", async (from, to, write, read) => {
    if (!(await hasOffice())) return;
    for (const draft of [mistyped, { edition: "2019", year: 2020, agency: { name: "某市" } } as const]) {
      const saved = await resave(await write(draft), from, to);
      expect(figuresIn((await read(saved)).draft, draft)).toEqual(figuresIn(draft, draft));
    }
  });
});
