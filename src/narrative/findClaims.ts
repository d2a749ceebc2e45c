import { misuse, neededOptions } from "../findings/error.js";
import type { EditionId } from "../form/form.js";
import { MAX_TEXT } from "../report/schemaParts.js";
import { agencyNames } from "./agencyNames.js";
import { compactText } from "./compactText.js";
import { Scan } from "./scan/scan.js";
import { tokenize } from "./tokens.js";
import type { Claim, ClaimDoubt } from "./types.js";
import { type Vocabulary, vocabulary } from "./vocabulary.js";
import { finerGrounds } from "./wordings/terms.js";

/** Options of {@link findClaims}. */
export interface FindClaimsOptions {
  /** Edition of the form of the report. */
  readonly edition: EditionId;
  /** The report year: another year in a sentence makes its claims doubtful. */
  readonly year?: number;
  /** Name of the reporting agency. */
  readonly agency?: string;
}

/** The longest text that is searched, in UTF-16 units: as long as the schema allows. */
export const MAX_NARRATIVE_TEXT = MAX_TEXT;

/**
 * Finds claims of a text about figures of the report: requests received, carried over and answered, with outcomes; cases and
 * their results; 信息处理费. A number that the form does not count (信息2808条, 12.3%, 第20条) is not a claim.
 *
 * @throws `DisclosureReportError` `narrative.tooLong` beyond {@link MAX_NARRATIVE_TEXT}, `narrative.tooManyClaims` beyond
 * `MAX_CLAIMS`.
 *
 * @example
 * ```ts
 * const [first, second] = findClaims("全年新收政府信息公开申请二十三件，予以公开15件，发布信息2808条。", { edition: "2021" });
 * [first?.quote, first?.number.value, first?.readings[0]?.plus]; //=> ["新收政府信息公开申请二十三件", 23, ["requests.received.total"]]
 * [second?.quote, second?.offset, second?.length]; //=> ["予以公开15件", 17, 7]
 * findClaims("主动公开各类信息2808条，同比增长12.3%。", { edition: "2021" }); //=> []
 * ```
 */
export function findClaims(text: string, options: FindClaimsOptions): readonly Claim[] {
  return claimFinder(neededOptions(options, "edition"))(text);
}

/** {@link findClaims} for the texts of one report: the names of its agency are computed once. */
export function claimFinder({ edition, agency, year }: FindClaimsOptions): (text: string) => readonly Claim[] {
  const words = vocabulary(edition);
  const names = agency === undefined ? [] : agencyNames(compactText(agency).text);
  return (text) => claimsIn(text, words, names, year ?? null);
}

function claimsIn(text: string, words: Vocabulary, names: readonly string[], year: number | null): readonly Claim[] {
  if (text.length > MAX_NARRATIVE_TEXT) {
    throw misuse("narrative.tooLong", {
      zh: `文字共${text.length}字，最多${MAX_NARRATIVE_TEXT}字`,
      en: `a text of ${text.length} characters; at most ${MAX_NARRATIVE_TEXT}`,
    });
  }
  const compact = compactText(text);
  const tokens = tokenize(compact, text, words, names, year);
  const claims = new Scan({ original: text, compact, tokens, words, year }).run();
  const split = finerGrounds.filter(({ grounds }) => grounds.some((ground) => compact.text.includes(ground)));
  return split.length === 0
    ? claims
    : claims.map((claim) => (split.some(({ row }) => row === rowOf(claim)) ? doubtful(claim) : claim));
}

/** A claim about a row whose finer grounds the text also names: it may be about what is left of it. */
const doubtful = (claim: Claim): Claim => ({ ...claim, doubts: [...new Set<ClaimDoubt>([...claim.doubts, "wording"])] });

/** The row that a claim is about, where it is about one. */
function rowOf({ readings: [first] }: Claim): string | null {
  let row: string | null = null;
  for (const address of first?.plus ?? []) {
    const own = address.split(".")[1] ?? "";
    if (row !== null && row !== own) return null;
    row = own;
  }
  return row;
}
