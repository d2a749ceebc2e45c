import { attributeOf, childOf, elementsOf, type XmlElement } from "../office/xml.js";
import { OBJECT } from "../raisedText.js";
import { isOnValue } from "./runProperties.js";

/** Longest instruction of a field that is looked at, in characters: its first word tells what it is. */
export const MAX_INSTRUCTION = 256;

/** A field that is open: what it has stated so far. */
interface Field {
  instruction: string;
  /** Whether its result has begun. */
  separated: boolean;
  /** What a list to choose from shows, which has no result of its own. */
  readonly choice: string | null;
  /** Whether the file says that its result is to be made anew. */
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
 * The complex fields that are open in a paragraph. Their instructions are no text. Of a field that is read by its result the text
 * stands between its marks; what else it prints is what {@link Fields.mark} gives.
 */
export class Fields {
  readonly #open: Field[] = [];
  #instructions = 0;

  /** Whether the text at hand is an instruction. */
  get inInstruction(): boolean {
    return this.#instructions > 0;
  }

  /** Takes a mark of a field, and gives what is printed there beside the result. */
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

/** What a field prints beside the result that was kept of it. */
export function printedBy(instruction: string, hasResult: boolean, choice: string | null = null): string {
  const name = /^\s*([A-Za-z]+)/.exec(instruction)?.[1]?.toUpperCase() ?? "";
  if (DRAWN.has(name)) return OBJECT;
  if (hasResult || SILENT.has(name)) return "";
  return name === "FORMDROPDOWN" && choice !== null ? choice : OBJECT;
}

/** Whether the file says of a field that its result is no longer right, so that programs show another one. */
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
