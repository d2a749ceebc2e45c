import type { EditionId } from "../form/form.js";
import { figuresOf } from "../report/figures.js";
import { agencyNameKey, sameAgency } from "../report/sameAgency.js";
import type { Agency, Draft } from "../report/types.js";
import type { Member } from "./units.js";

/** A report of an agency, or a unit with others below it, that was there before. */
export interface Seen {
  readonly agency: Partial<Agency>;
  readonly member: Member;
  readonly edition: EditionId;
  readonly year: number | undefined;
  /** Tells reports with other figures apart; `null` for a unit of which no report is added. */
  readonly digest: number | null;
  /** Whether others are below it. */
  readonly branch: boolean;
  /** Whether it has to wait until the year is known. */
  readonly held: boolean;
}

/**
 * Remembers agencies: by their code, else by their name within the unit that they are below. Of a report nothing is kept but its
 * agency and a number that stands for its figures.
 */
export class Registry {
  readonly #seen = new Map<string, Seen[]>();
  readonly #scopes = new Map<string, number>();
  #lastScope = 0;

  /** Those seen before that are of the agency of another, of whatever year. */
  *like(agency: Partial<Agency>, scope: number): Generator<Seen> {
    for (const key of lookedUp(agency, scope)) {
      for (const other of this.#seen.get(key) ?? []) if (sameAgency(other.agency, agency) === "same") yield other;
    }
  }

  /** Keeps an agency in mind. */
  note(seen: Seen): void {
    for (const key of noted(seen.agency, seen.member.unit.scope)) {
      const others = this.#seen.get(key);
      if (others === undefined) this.#seen.set(key, [seen]);
      else others.push(seen);
    }
  }

  /** What the names below a unit are told apart within. */
  scopeOf(agency: Partial<Agency> | undefined, above: number): number {
    const keys = keysOf(agency ?? {}, above);
    const known = keys.map((key) => this.#scopes.get(key)).find((scope) => scope !== undefined);
    if (known === undefined) this.#lastScope += 1;
    const scope = known ?? this.#lastScope;
    for (const key of keys) this.#scopes.set(key, scope);
    return scope;
  }
}

/** What a unit is found by. */
function keysOf({ unifiedSocialCreditCode: code, name }: Partial<Agency>, scope: number): readonly string[] {
  return [...(code === undefined ? [] : [codeKey(code)]), ...(name === undefined ? [] : [`${scope} ${agencyNameKey(name)}`])];
}

/*
 * Many agencies of one name have different codes, so a name alone would find all of them, one after the other. Under a name they are
 * therefore kept apart by whether they have a code and by their region, and only those are looked at that no code tells apart.
 */

function noted({ unifiedSocialCreditCode: code, regionCode, name }: Partial<Agency>, scope: number): readonly string[] {
  const own = code === undefined ? [] : [codeKey(code)];
  if (name === undefined) return own;
  const named = nameKey(name, scope, code !== undefined);
  return [...own, `${named} ${regionCode ?? NO_REGION}`, `${named} ${ANY_REGION}`];
}

function lookedUp({ unifiedSocialCreditCode: code, regionCode, name }: Partial<Agency>, scope: number): readonly string[] {
  const own = code === undefined ? [] : [codeKey(code)];
  if (name === undefined) return own;
  const regions = regionCode === undefined ? [ANY_REGION] : [regionCode, NO_REGION];
  const named = [nameKey(name, scope, false), ...(code === undefined ? [nameKey(name, scope, true)] : [])];
  return [...own, ...named.flatMap((key) => regions.map((region) => `${key} ${region}`))];
}

const NO_REGION = "-";
const ANY_REGION = "*";

const codeKey = (code: string): string => `code ${code}`;
const nameKey = (name: string, scope: number, coded: boolean): string =>
  `${scope} ${coded ? "coded" : "uncoded"} ${agencyNameKey(name)}`;

const DIGEST_FACTOR = 16_777_619;

/** A number that two reports share only if their figures are the same, but for one in four thousand million. */
export function digestOf(draft: Draft): number {
  let digest = 0;
  for (const word of new Uint32Array(figuresOf(draft).buffer)) {
    digest = Math.imul(digest ^ (word >>> 16), DIGEST_FACTOR);
    digest = Math.imul(digest ^ (word & 0xffff), DIGEST_FACTOR);
  }
  return digest;
}
