import type { EditionId } from "../form/form.js";
import { figuresOf } from "../report/figures.js";
import { agencyNameKey, sameAgency } from "../report/sameAgency.js";
import type { Agency, Draft } from "../report/types.js";
import type { Member } from "./units.js";

/** An earlier report of an agency, or an earlier unit with subordinate units. */
export interface Seen {
  readonly agency: Partial<Agency>;
  readonly member: Member;
  readonly edition: EditionId;
  readonly year: number | undefined;
  /** A fingerprint of its figures; `null` for a unit of which no report is added. */
  readonly digest: number | null;
  /** Whether it has subordinate units. */
  readonly branch: boolean;
  /** Whether it must wait until the year is known. */
  readonly held: boolean;
}

/**
 * Remembers agencies: by code, otherwise by name within the unit above them. Of a report only its agency and a fingerprint of
 * its figures are kept.
 */
export class Registry {
  readonly #seen = new Map<string, Seen[]>();
  readonly #scopes = new Map<string, number>();
  #lastScope = 0;

  /** Earlier entries of the same agency, of any year. */
  *like(agency: Partial<Agency>, scope: number): Generator<Seen> {
    for (const key of lookedUp(agency, scope)) {
      for (const other of this.#seen.get(key) ?? []) if (sameAgency(other.agency, agency) === "same") yield other;
    }
  }

  /** Remembers an agency. */
  note(seen: Seen): void {
    for (const key of noted(seen.agency, seen.member.unit.scope)) {
      const others = this.#seen.get(key);
      if (others === undefined) this.#seen.set(key, [seen]);
      else others.push(seen);
    }
  }

  /** The scope within which names below a unit are compared. */
  scopeOf(agency: Partial<Agency> | undefined, above: number): number {
    const keys = keysOf(agency ?? {}, above);
    const known = keys.map((key) => this.#scopes.get(key)).find((scope) => scope !== undefined);
    if (known === undefined) this.#lastScope += 1;
    const scope = known ?? this.#lastScope;
    for (const key of keys) this.#scopes.set(key, scope);
    return scope;
  }
}

/** The key of a unit. */
function keysOf({ unifiedSocialCreditCode: code, name }: Partial<Agency>, scope: number): readonly string[] {
  return [...(code === undefined ? [] : [codeKey(code)]), ...(name === undefined ? [] : [`${scope} ${agencyNameKey(name)}`])];
}

/*
 * Many agencies share a name and have different codes, so a lookup by name alone would be linear. Under a name they are
 * therefore grouped by whether they have a code and by region, and only those that no code distinguishes are compared.
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

/** A fingerprint: two reports with different figures share it in one of four thousand million cases. */
export function digestOf(draft: Draft): number {
  let digest = 0;
  for (const word of new Uint32Array(figuresOf(draft).buffer)) {
    digest = Math.imul(digest ^ (word >>> 16), DIGEST_FACTOR);
    digest = Math.imul(digest ^ (word & 0xffff), DIGEST_FACTOR);
  }
  return digest;
}
