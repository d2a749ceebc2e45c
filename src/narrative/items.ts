import { bit, bitsIn, isNaming, isTelling } from "./roles.js";
import type { Token, WordToken } from "./tokens.js";

/**
 * The names that a list before a number holds, each with the words that it shares with the others. One item where nothing is
 * listed.
 */
export function itemsOf(window: readonly Token[]): readonly (readonly WordToken[])[] {
  if ((bitsIn(window) & bit.list) === 0) return [window.filter(isTelling)];
  const groups: WordToken[][] = [[]];
  for (const token of window) {
    if (token.bits & bit.list) groups.push([]);
    else if (isTelling(token)) groups[groups.length - 1]?.push(token);
  }
  const named = groups.filter((group) => group.some(isNaming));
  const common = groups.filter((group) => !group.some(isNaming)).flat();
  const [first] = named;
  if (first === undefined) return [common];
  return named.map((group) => [...common, ...(group === first ? [] : inherited(first, group)), ...group]);
}

/** What the first name of a list contributes to all: the verb, and terms on another axis than the name. */
function inherited(first: readonly WordToken[], group: readonly WordToken[]): readonly WordToken[] {
  const own = group.flatMap(({ word }) => word.subjects.map(({ table, axis }) => `${table}.${axis}`));
  const tables = new Set(group.flatMap(({ word }) => word.subjects.map(({ table }) => table)));
  return first.filter(({ word }) => {
    if (word.role === "verb") return true;
    return (
      word.subjects.length > 0 && word.subjects.every(({ table, axis }) => tables.has(table) && !own.includes(`${table}.${axis}`))
    );
  });
}
