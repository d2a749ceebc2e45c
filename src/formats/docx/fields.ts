import { attributeOf, childOf, elementsOf, type XmlElement } from "../office/xml.js";
import { OBJECT } from "../raisedText.js";
import { isOnValue } from "./runProperties.js";

/** Longest field instruction that is inspected, in characters: its first word is the kind of the field. */
export const MAX_INSTRUCTION = 256;

/** A field that is open: what it has stated so far. */
interface Field {
  instruction: string;
  /** Whether its result has begun. */
  separated: boolean;
  /** What a drop-down list shows, which has no result text. */
  readonly choice: string | null;
  /** Whether the file marks its result as out of date. */
  readonly stale: boolean;
}

/** Fields that draw, count or number: what is printed is made by the program, and is more than the result that was kept. */
const DRAWN: ReadonlySet<string> = new Set(
  (
    "EQ SYMBOL ADVANCE SEQ AUTONUM AUTONUMLGL AUTONUMOUT LISTNUM PAGE NUMPAGES SECTION SECTIONPAGES PAGEREF NOTEREF FTNREF " +
    "REVNUM DATE TIME EDITTIME NUMWORDS NUMCHARS BARCODE DISPLAYBARCODE MERGEBARCODE INCLUDEPICTURE IMPORT SHAPE EMBED"
  ).split(" "),
);

/** Fields that print nothing: marks for an index, and settings. */
const SILENT: ReadonlySet<string> = new Set("XE TC TA RD SET ASK NEXT NEXTIF SKIPIF PRINT PRIVATE DATA".split(" "));

/**
 * The complex fields that are open in a paragraph. Their instructions are not text. If a field is read by its result, the text
 * is between its marks; {@link Fields.mark} returns anything else that it prints.
 */
export class Fields {
  readonly #open: Field[] = [];
  #instructions = 0;

  /** Whether the text at hand is an instruction. */
  get inInstruction(): boolean {
    return this.#instructions > 0;
  }

  /** Handles a mark of a field, and returns what is printed there in addition to the result. */
  mark(element: XmlElement): string {
    const type = attributeOf(element, "w:fldCharType");
    const field = this.#open[this.#open.length - 1];
    if (type === "begin") {
      this.#open.push({ instruction: "", separated: false, choice: choiceOf(element), stale: isStale(element) });
      this.#instructions += 1;
    } else if (type === "separate" && field?.separated === false) {
      field.separated = true;
      this.#instructions -= 1;
    } else if (type === "end" && field !== undefined) {
      this.#open.pop();
      if (!field.separated) this.#instructions -= 1;
      return field.stale ? OBJECT : printedBy(field.instruction, field.separated, field.choice);
    }
    return "";
  }

  /** Takes a piece of an instruction. */
  instruct(text: string): void {
    const field = this.#open[this.#open.length - 1];
    if (field?.separated === false && field.instruction.length < MAX_INSTRUCTION) field.instruction += text;
  }
}

/** What a field prints in addition to its stored result. */
export function printedBy(instruction: string, hasResult: boolean, choice: string | null = null): string {
  const name = /^\s*([A-Za-z]+)/.exec(instruction)?.[1]?.toUpperCase() ?? "";
  if (DRAWN.has(name)) return OBJECT;
  if (hasResult || SILENT.has(name)) return "";
  return name === "FORMDROPDOWN" && choice !== null ? choice : OBJECT;
}

/** Whether the file marks the result of a field as out of date, so that programs show another one. */
export function isStale(field: XmlElement): boolean {
  return isOnValue(attributeOf(field, "w:dirty"));
}

/** The entry that is chosen in a list of a form. */
function choiceOf(mark: XmlElement): string | null {
  const list = childOf(childOf(mark, "w:ffData"), "w:ddList");
  if (list === undefined) return null;
  const chosen = Number(attributeOf(childOf(list, "w:result"), "w:val") ?? 0);
  const entries = elementsOf(list).filter(({ name }) => name === "w:listEntry");
  return attributeOf(entries[chosen], "w:val") ?? null;
}
