import { Decimal } from "decimal.js";
import { describe } from "../_internal/describe.js";
import { errorFrom } from "../findings/error.js";
import { finding, type Language, type Sentence } from "../findings/finding.js";
import { type Bracket, type Tariff, tariffs } from "./brackets.js";
import { filingMessages } from "./messages.js";

/** What the fee is charged for: items of one applicant in one calendar month, or pages; never both. */
export type FeeInput =
  | {
      /** 件: items of one applicant in one calendar month, where the fee is charged by item. */
      readonly items: number;
      readonly pages?: undefined;
    }
  | {
      /** 页: pages, where the fee is charged by volume. */
      readonly pages: number;
      readonly items?: undefined;
    };

/** Options of {@link informationProcessingFee}. */
export interface FeeOptions {
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
}

/** One line of the calculation. Money is a decimal string in yuan. */
export interface FeeBracket {
  readonly from: number;
  /** The last item or page of the bracket, or `null` where it has no end. */
  readonly to: number | null;
  readonly rate: string;
  /** Number of items or pages in the bracket. */
  readonly count: number;
  readonly amount: string;
}

/** An information-processing fee with its calculation. */
export interface ProcessingFee {
  /** In yuan (not 万元), a decimal string. */
  readonly total: string;
  readonly brackets: readonly FeeBracket[];
}

/**
 * The 信息处理费 that an applicant owes, in yuan, with the calculation bracket by bracket. By item, for one applicant and
 * calendar month: 10 are free, the 11th to 30th cost 100 each, the 31st to 40th 200 each, and so on by 100 more for every
 * further ten. By volume: 30 pages are free, then 10, 20 and 40 a page. Source: 国办函〔2020〕109号.
 *
 * @throws `DisclosureReportError` `filing.input` for anything but one whole number from 0 to the limit of the tariff.
 *
 * @example
 * ```ts
 * informationProcessingFee({ items: 35 }).total; //=> "3000"
 * informationProcessingFee({ items: 35 }).brackets[2]; //=> { from: 31, to: 40, rate: "200", count: 5, amount: "1000" }
 * informationProcessingFee({ pages: 250 }).total; //=> "4700"
 * ```
 */
export function informationProcessingFee(input: FeeInput, options?: FeeOptions): ProcessingFee {
  const { tariff, count } = chargedFor(input ?? {}, options?.language ?? "zh");
  let total = new Decimal(0);
  const brackets: FeeBracket[] = [];
  for (const bracket of bracketsOf(tariff, count)) {
    const inBracket = Math.min(count, bracket.to ?? count) - bracket.from + 1;
    const amount = new Decimal(bracket.rate).times(inBracket);
    total = total.plus(amount);
    brackets.push({ ...bracket, rate: String(bracket.rate), count: inBracket, amount: amount.toFixed() });
  }
  return { total: total.toFixed(), brackets };
}

function chargedFor({ items, pages }: FeeInput, language: Language): { readonly tariff: Tariff; readonly count: number } {
  const tariff: Tariff = items === undefined ? tariffs.pages : tariffs.items;
  const count = items ?? pages;
  if (count === undefined || (items !== undefined && pages !== undefined)) {
    const expected = { zh: "件数（items）或者页数（pages）之一", en: "items or pages, one of them" };
    throw refusal(expected, { items, pages }, language);
  }
  if (!Number.isInteger(count) || count < 0 || count > tariff.limit) {
    const expected = { zh: `0至${tariff.limit}的整数`, en: `a whole number from 0 to ${tariff.limit}` };
    throw refusal(expected, count, language);
  }
  return { tariff, count };
}

function refusal(expected: Sentence, found: unknown, language: Language): Error {
  const what = { zh: "件数或页数", en: "number of items or pages" };
  const params = { what, expected, found: describe(found) };
  return errorFrom("filing.input", [finding(filingMessages, "filing.input", params, language)]);
}

/** The brackets that a number of items or pages reaches. */
function* bracketsOf({ brackets, beyond }: Tariff, count: number): Generator<Bracket> {
  for (const bracket of brackets) if (bracket.from <= count) yield bracket;
  if (beyond === null) return;
  let { from, rate } = beyond;
  while (from <= count) {
    yield { from, to: from + beyond.width - 1, rate };
    from += beyond.width;
    rate += beyond.step;
  }
}
