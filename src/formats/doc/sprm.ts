import type { Fields } from "../compound/fields.js";

/** A single property modifier: what it changes, and its operand. */
export interface Sprm {
  readonly code: number;
  readonly operand: Fields;
}

/** The modifiers that matter to the text and the tables of a document, by the names of MS-DOC. */
export const SPRM = {
  deleted: 0x0800,
  formData: 0x0806,
  strike: 0x0837,
  vanish: 0x083c,
  special: 0x0855,
  doubleStrike: 0x2a53,
  raise: 0x2a48,
  shift: 0x4845,
  characterStyle: 0x4a30,
  plain: 0x2a33,
  symbol: 0x6a09,
  colour: 0x6870,
  numberedColour: 0x2a42,
  highlight: 0x2a0c,
  shading: 0xca71,
  oldShading: 0x4866,
  size: 0x4a43,
  scale: 0x4852,
  font: 0x4a4f,
  rightToLeft: 0x085a,
  spacing: 0x8840,
  complex: 0x0882,
  complexSize: 0x4a61,
  complexFont: 0x4a5e,
  partlyHidden: 0x0811,
  fitted: 0xca76,
  layout: 0xca78,
  fromRight: 0x2441,
  dropCap: 0x442c,
  indent: 0x845e,
  oldIndent: 0x840f,
  firstIndent: 0x8460,
  oldFirstIndent: 0x8411,
  paragraphShading: 0xc64d,
  oldParagraphShading: 0x442d,
  cellShadings: 0xd612,
  secondCellShadings: 0xd616,
  thirdCellShadings: 0xd60c,
  oldCellShadings: 0xd609,
  someCellShadings: 0xd62d,
  inTable: 0x2416,
  rowEnd: 0x2417,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  depth: 0x6649,
  list: 0x460b,
  lineHeight: 0x6412,
  rowHeight: 0x9407,
  hugeProperties: 0x6646,
  oldHugeProperties: 0x6645,
  tableProperties: 0x646b,
  tableDefinition: 0xd608,
  verticalMerge: 0xd62b,
  tabs: 0xc615,
} as const;

/** Bytes of an operand, by the three highest bits of the code; 6 means that the operand states its length. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3] as const;
const STATES_LENGTH = 6;

/** A tab modifier of this length states the number of its tabs instead. */
const LONG_TABS = 255;

/** The modifiers in a list, in their order; the last ones count. */
export function* sprmsOf(list: Fields): Generator<Sprm> {
  let at = 0;
  while (at + 2 <= list.length) {
    const code = list.u16(at);
    at += 2;
    const { skip, length } = operandOf(code, list, at);
    yield { code, operand: list.part(at + skip, length) };
    at += skip + length;
  }
}

function operandOf(code: number, list: Fields, at: number): { readonly skip: number; readonly length: number } {
  const kind = code >> 13;
  if (kind !== STATES_LENGTH) return { skip: 0, length: OPERAND_BYTES[kind] ?? 0 };
  if (code === SPRM.tableDefinition) return { skip: 2, length: Math.max(list.u16(at) - 1, 0) };
  const length = list.u8(at);
  if (code !== SPRM.tabs || length !== LONG_TABS) return { skip: 1, length };
  const removed = list.u8(at + 1) * 4;
  return { skip: 1, length: removed + list.u8(at + 2 + removed) * 3 + 2 };
}

/** Modifiers by the short numbers that a piece of a quickly saved document uses for them. */
const SHORT_CODES: ReadonlyMap<number, number> = new Map([
  [0x18, SPRM.inTable],
  [0x19, SPRM.rowEnd],
  [0x41, SPRM.deleted],
  [0x46, SPRM.highlight],
  [0x57, SPRM.strike],
  [0x5c, SPRM.vanish],
  [0x62, SPRM.numberedColour],
  [0x68, SPRM.raise],
  [0x73, SPRM.doubleStrike],
]);

/** The modifier that a piece carries in short. */
export function shortSprm(number: number): number | null {
  return SHORT_CODES.get(number) ?? null;
}
