import type { Language, Sentence } from "../../findings/finding.js";
import { type Fill, isPictureFont } from "../colours.js";
import { NO_ROOM, reachOf, type Shape } from "../doc/drawings.js";
import type { RowDefinition } from "../doc/properties.js";
import type { DocParagraph } from "../doc/story.js";
import type { Reach } from "../docx/covered.js";
import { MAX_INSTRUCTION, printedBy } from "../docx/fields.js";
import type { RunProperties } from "../docx/runProperties.js";
import { HUNDREDTH_SIGN } from "../docx/styles.js";
import { isFlat, isLow, isOutside, readable, type Surroundings, visibilityOf } from "../docx/visibility.js";
import { formatError } from "../messages.js";
import { OBJECT, turned } from "../raisedText.js";
import { decodeWestern } from "../westernCodePage.js";
import { ODD_WORDS, RtfStyles } from "./styles.js";
import { type RtfToken, tokensOf } from "./tokens.js";

/** Deepest nesting of groups. */
export const MAX_RTF_DEPTH = 1_000;

/** Most fonts and colours that a file may list. */
export const MAX_RTF_TABLE = 10_000;

/** Where the text of a group goes. */
type Destination = "text" | "skipped" | "styles" | "beside" | "property" | "fonts" | "colours" | "row" | "instruction" | "number";

/** A field that is open: its instruction, and whether it has a result. */
interface Field {
  instruction: string;
  result: "none" | "empty" | "text";
  /** Whether the file marks its result as out of date. */
  stale: boolean;
}

interface Group {
  readonly destination: Destination;
  /** Number of fallback characters after one that is given by its Unicode number. */
  readonly substitutes: number;
  readonly run: RunProperties;
  readonly font: number | null;
  readonly deleted: boolean;
  readonly field: Field | null;
  /** The drawing that the group describes. */
  readonly shape: Drawing | null;
}

/** A drawing in front of the text, as far as it has been read. */
interface Drawing {
  readonly shapes: Shape[];
  top: number;
  bottom: number;
  fromParagraph: boolean;
  noRoom: boolean;
  below: boolean;
  /** The name and the value of the property that is being read. */
  property: string;
}

interface Font {
  name: string;
  charset: number;
}

interface Edge {
  readonly at: number;
  readonly sideways: number;
  readonly vertical: RowDefinition["merges"][number]["vertical"];
  readonly fill: Fill;
  /** Whether a line runs across the cell from corner to corner. */
  readonly crossed: boolean;
}

/** The definition of a row as far as it has been read. */
interface OpenRow {
  left: number;
  edges: Edge[];
  sideways: number;
  vertical: Edge["vertical"];
  fill: Fill;
  crossed: boolean;
  /** Twentieths of a point, negative for an exact height. */
  height: number;
}

interface Part {
  readonly text: string;
  readonly run: RunProperties;
}

const newRow = (): OpenRow => ({ left: 0, edges: [], sideways: 0, vertical: null, fill: null, crossed: false, height: 0 });

/** Groups that are not part of the main text. */
const SKIPPED: ReadonlySet<string> = new Set(
  (
    "info listtable listoverridetable revtbl filetbl nonshppict nonesttables xe tc rxe bkmkstart " +
    "bkmkend annotation atnid atnauthor atnref atntime objdata themedata colorschememapping datastore latentstyles upr shprslt"
  ).split(" "),
);
/** Groups that are seen in the line of text, and hold no text that could be read: pictures, formulas. */
const DRAWN: ReadonlySet<string> = new Set(["pict", "mmath", "moMath", "moMathPara"]);

/** Groups with the number that the program prints before a paragraph. */
const NUMBERS: ReadonlySet<string> = new Set(["listtext", "pntext"]);

const BESIDE: ReadonlySet<string> = new Set("footnote header headerl headerr headerf footer footerl footerr footerf".split(" "));

/** Groups that hold drawings, which float over the text: whether they cover it or strike it out is not looked at. */
const BOXES: ReadonlySet<string> = new Set(["shp", "do"]);

/** Groups that programs may pass over and that are read all the same: what they hold is text, or defines a row. */
const READ_ALL_THE_SAME: ReadonlySet<string> = new Set(["shppict", "nesttableprops", "ud"]);

const SIGNS: ReadonlyMap<string, string> = new Map([
  ["tab", "\t"],
  ["line", "\n"],
  ["lbr", "\n"],
  ["column", "\n"],
  ["emdash", "\u2014"],
  ["endash", "\u2013"],
  ["lquote", "\u2018"],
  ["rquote", "\u2019"],
  ["ldblquote", "\u201c"],
  ["rdblquote", "\u201d"],
  ["bullet", "\u2022"],
  ["emspace", " "],
  ["enspace", " "],
  ["qmspace", " "],
  ["ltrmark", "\u200e"],
  ["rtlmark", "\u200f"],
  ["~", "\u00a0"],
  ["_", "-"],
  ["\\", "\\"],
  ["{", "{"],
  ["}", "}"],
  ...["chpgn", "chdate", "chtime", "chdpl", "chdpa", "sectnum"].map((name) => [name, OBJECT] as const),
]);

/** Names of code pages by the number of a charset and by their own. */
const CHARSETS: ReadonlyMap<number, string> = new Map([
  [77, "macintosh"],
  [128, "shift_jis"],
  [129, "euc-kr"],
  [134, "gb18030"],
  [136, "big5"],
]);
const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [932, "shift_jis"],
  [936, "gb18030"],
  [949, "euc-kr"],
  [950, "big5"],
  [54936, "gb18030"],
  [65001, "utf-8"],
]);

const TOP: Group = { destination: "text", substitutes: 1, run: {}, font: null, deleted: false, field: null, shape: null };

/** Reads RTF: the paragraphs of the text, each with its table properties, and what is outside the main text. */
export class RtfReader {
  readonly #language: Language;
  readonly #groups: Group[] = [];
  #group: Group = TOP;
  #bytes: number[] = [];
  #substitutes = 0;
  /** Whether a group has just begun, and whether it is marked as ignorable. */
  #starts = false;
  #optional = false;
  #codePage: string | null = null;
  #fonts = new Map<number, Font>();
  #defaultFont: number | null = null;
  #colours: string[] = [];
  /** The style that is being stated, and whether styles hide, strike out or raise text. */
  #style = "";
  readonly #styles = new RtfStyles();
  #colour: [red: number, green: number, blue: number] | null = null;
  #parts: Part[] = [];
  #inTable = false;
  #depth: number | null = null;
  #numbered = false;
  #fill: Fill = null;
  #indents: { readonly li: number; readonly fi: number } = NO_INDENTS;
  #lineHeight = 0;
  #fromRight = false;
  #dropped = false;
  /** Whether the style of the paragraph hides, strikes out or raises text. */
  #isOdd = false;
  #drawings: Reach[] = [];
  /** Finished cells of the current row of top-level tables, and whether the row has been defined. */
  #cells = 0;
  #defined = false;
  /** Row definitions by nesting depth. */
  readonly #rows = new Map<number, OpenRow>();
  #beside = "";

  constructor(language: Language) {
    this.#language = language;
  }

  /** Whether there are digits outside the main text. */
  get hasFiguresBeside(): boolean {
    return /\d/.test(this.#beside);
  }

  /** The paragraphs of a file. */
  *paragraphs(bytes: Uint8Array): Generator<DocParagraph> {
    for (const token of tokensOf(bytes)) {
      const paragraph = this.#take(token);
      if (paragraph !== null) yield paragraph;
    }
    this.#flush();
    if (this.#parts.length > 0) yield this.#paragraph({});
  }

  #take(token: RtfToken): DocParagraph | null {
    switch (token.kind) {
      case "open":
        this.#flush();
        if (this.#groups.length >= MAX_RTF_DEPTH)
          throw formatError(
            "format.limit",
            { what: nesting, limit: MAX_RTF_DEPTH, found: this.#groups.length + 1 },
            this.#language,
          );
        this.#groups.push(this.#group);
        this.#starts = true;
        this.#optional = false;
        this.#substitutes = 0;
        return null;
      case "close":
        this.#flush();
        this.#close();
        this.#starts = false;
        this.#substitutes = 0;
        return null;
      case "byte":
        this.#starts = false;
        if (this.#substitutes > 0) this.#substitutes -= 1;
        else this.#bytes.push(token.byte);
        return null;
      case "bytes": {
        this.#starts = false;
        const skip = Math.min(this.#substitutes, token.bytes.length);
        this.#substitutes -= skip;
        for (let i = skip; i < token.bytes.length; i += 1) this.#bytes.push(token.bytes[i] ?? 0);
        return null;
      }
      case "word":
        return this.#word(token.name, token.value);
    }
  }

  /** Ends a group; what a field prints in addition to its result is text. */
  #close(): void {
    const { field, shape, destination } = this.#group;
    this.#group = this.#groups.pop() ?? TOP;
    if (shape !== null && shape !== this.#group.shape) this.#hang(shape);
    if (shape !== null && destination === "property" && this.#group.destination === "beside") shapeProperty(shape);
    if (field === null || field === this.#group.field) return;
    const { instruction, result, stale } = field;
    if (stale) this.#add(OBJECT);
    else this.#add(printedBy(instruction, result === "text" || (result === "empty" && !CHOSEN.test(instruction))));
  }

  #hang({ shapes, top, bottom, fromParagraph, noRoom, below }: Drawing): void {
    const reach = noRoom && !below ? reachOf(shapes, fromParagraph ? { top, bottom } : null) : null;
    if (reach !== null) this.#drawings.push(reach);
  }

  #word(name: string, value: number | null): DocParagraph | null {
    if (this.#starts && name === "*") {
      this.#optional = true;
      return null;
    }
    const starts = this.#starts;
    const optional = this.#optional;
    this.#starts = false;
    this.#optional = false;
    if (starts && this.#begin(name, optional)) return null;
    if (this.#substitutes > 0 && (name.length > 1 || SIGNS.has(name)) && name !== "u") {
      this.#substitutes -= 1;
      return null;
    }
    const { destination } = this.#group;
    if (destination === "fonts") this.#fontWord(name, value ?? 0);
    else if (destination === "colours") this.#colourWord(name, value ?? 0);
    else if (destination === "styles") this.#styleWord(name, value ?? 1);
    else if (destination === "row" || destination === "text") return this.#textWord(name, value);
    else if (name === "u") this.#unicode(value ?? 0);
    else if (name === "uc") this.#set({ substitutes: Math.max(value ?? 1, 0) });
    else if (destination === "beside" && this.#group.shape !== null) shapeWord(this.#group.shape, name, value ?? 0);
    return null;
  }

  /** Takes the first word of a group: where its text goes. */
  #begin(name: string, optional: boolean): boolean {
    const { destination } = this.#group;
    if (name === "ud" && destination === "skipped") {
      this.#set({ destination: "text" });
      return true;
    }
    if (destination === "beside" && name === "sp") this.#set({ destination: "property" });
    if (destination === "skipped" || destination === "beside" || destination === "property") return false;
    if (name === "fonttbl") this.#set({ destination: "fonts" });
    else if (name === "colortbl") this.#set({ destination: "colours" });
    else if (name === "stylesheet") this.#set({ destination: "styles" });
    else if (destination === "styles") return false;
    else if (name === "nesttableprops") this.#set({ destination: "row" });
    else if (DRAWN.has(name)) {
      this.#add(OBJECT);
      this.#set({ destination: "skipped" });
    } else if (name === "field") this.#set({ field: { instruction: "", result: "none", stale: false } });
    else if (name === "fldinst") this.#set({ destination: "instruction" });
    else if (name === "fldrslt") {
      if (this.#group.field !== null) this.#group.field.result = "empty";
    } else if (BOXES.has(name)) {
      this.#add(OBJECT);
      this.#set({
        destination: "beside",
        shape: { shapes: [], top: 0, bottom: 0, fromParagraph: true, noRoom: true, below: false, property: "" },
      });
    } else if (NUMBERS.has(name)) this.#set({ destination: destination === "text" ? "number" : "skipped" });
    else if (BESIDE.has(name)) this.#set({ destination: "beside" });
    else if (name === "pn") {
      // Programs make the number of such a paragraph themselves.
      this.#numbered = true;
      this.#set({ destination: "skipped" });
    } else if (SKIPPED.has(name) || (optional && !READ_ALL_THE_SAME.has(name))) this.#set({ destination: "skipped" });
    else return false;
    return true;
  }

  #set(change: Partial<Group>): void {
    this.#group = { ...this.#group, ...change };
  }

  #look(change: RunProperties): void {
    this.#flush();
    this.#set({ run: { ...this.#group.run, ...change } });
  }

  #fontWord(name: string, value: number): void {
    if (name === "f") {
      this.#flush();
      this.#set({ font: value });
      this.#limit(this.#fonts.size);
      this.#fonts.set(value, { name: "", charset: 1 });
    } else if (name === "fcharset") {
      const font = this.#fonts.get(this.#group.font ?? -1);
      if (font !== undefined) font.charset = value;
    }
  }

  #colourWord(name: string, value: number): void {
    this.#flush();
    const [red, green, blue] = this.#colour ?? [0, 0, 0];
    if (name === "red") this.#colour = [value & 0xff, green, blue];
    else if (name === "green") this.#colour = [red, value & 0xff, blue];
    else if (name === "blue") this.#colour = [red, green, value & 0xff];
  }

  #styleWord(name: string, value: number): void {
    if (name === "s" || name === "cs") this.#style = `${name}${value}`;
    else if (name === "sbasedon" || ODD_WORDS.has(name)) {
      this.#limit(this.#styles.size);
      this.#styles.state(this.#style, name, value);
    }
  }

  #limit(entries: number): void {
    if (entries >= MAX_RTF_TABLE)
      throw formatError("format.limit", { what: tableEntries, limit: MAX_RTF_TABLE, found: entries + 1 }, this.#language);
  }

  #textWord(name: string, value: number | null): DocParagraph | null {
    const sign = SIGNS.get(name);
    if (sign !== undefined) {
      this.#flush();
      this.#add(sign);
      return null;
    }
    const on = value !== 0;
    switch (name) {
      case "u":
        this.#unicode(value ?? 0);
        return null;
      case "flddirty":
        if (this.#group.field !== null) this.#group.field.stale = true;
        return null;
      case "uc":
        this.#set({ substitutes: Math.max(value ?? 1, 0) });
        return null;
      case "ansicpg":
        this.#codePage = CODE_PAGES.get(value ?? 0) ?? null;
        return null;
      case "deff":
        this.#defaultFont = value;
        return null;
      case "f":
        this.#flush();
        this.#set({ font: value });
        return null;
      case "plain":
        this.#flush();
        this.#set({ run: {}, font: this.#defaultFont, deleted: false });
        return null;
      case "v":
        this.#look({ vanish: on });
        return null;
      case "strike":
        this.#look({ strike: on });
        return null;
      case "striked":
        this.#look({ doubleStrike: on });
        return null;
      // What a style states is to be stated again where it is used. Programs differ in what they show where it is not.
      case "s":
        this.#isOdd = this.#styles.isOdd(`s${value ?? 0}`);
        return null;
      case "cs":
        if (this.#styles.size > 0) this.#look({ partlyHidden: this.#styles.isOdd(`cs${value ?? 0}`) });
        return null;
      case "expndtw":
        this.#look({ spacing: value ?? 0 });
        return null;
      case "expnd":
        this.#look({ spacing: (value ?? 0) * QUARTER_POINT });
        return null;
      case "fittext":
        this.#look({ fitted: value ?? 0 });
        return null;
      case "twoinone":
      case "horzvert":
        this.#look({ combined: true });
        return null;
      case "webhidden":
        this.#look({ partlyHidden: on });
        return null;
      case "li":
      case "fi":
        this.#indents = { ...this.#indents, [name]: value ?? 0 };
        return null;
      case "lin":
        this.#indents = { ...this.#indents, li: value ?? 0 };
        return null;
      case "culi":
        this.#indents = { ...this.#indents, li: (value ?? 0) * HUNDREDTH_SIGN };
        return null;
      case "cufi":
        this.#indents = { ...this.#indents, fi: (value ?? 0) * HUNDREDTH_SIGN };
        return null;
      case "deleted":
      case "mvf":
        this.#flush();
        this.#set({ deleted: on });
        return null;
      case "super":
        this.#look({ align: on ? "superscript" : "baseline" });
        return null;
      case "sub":
        this.#look({ align: on ? "subscript" : "baseline" });
        return null;
      case "nosupersub":
        this.#look({ align: "baseline", position: 0 });
        return null;
      case "up":
      case "dn":
        this.#look({ position: (value ?? 6) * (name === "up" ? 1 : -1) });
        return null;
      case "fs":
        if (value !== null) this.#look({ size: value });
        return null;
      case "charscalex":
        if (value !== null) this.#look({ scale: value });
        return null;
      case "cf":
        this.#look({ colour: this.#colours[value ?? 0] ?? "auto" });
        return null;
      case "chcbpat":
      case "highlight":
        this.#look({ fill: this.#colourNumbered(value) });
        return null;
      case "cbpat":
        this.#fill = this.#colourNumbered(value);
        return null;
      case "shading":
        if ((value ?? 0) > 0) this.#fill = "unknown";
        return null;
      case "sl":
        this.#lineHeight = value ?? 0;
        return null;
      case "rtlch":
        this.#look({ rightToLeft: true });
        return null;
      case "ltrch":
        this.#look({ rightToLeft: false });
        return null;
      case "pard":
        this.#inTable = false;
        this.#depth = null;
        this.#numbered = false;
        this.#fill = null;
        this.#lineHeight = 0;
        this.#fromRight = false;
        this.#dropped = false;
        this.#isOdd = false;
        this.#indents = NO_INDENTS;
        return null;
      case "dropcapt":
        this.#dropped = (value ?? 0) > 0;
        return null;
      case "rtlpar":
        this.#fromRight = true;
        return null;
      case "ltrpar":
        this.#fromRight = false;
        return null;
      case "intbl":
        this.#inTable = true;
        return null;
      case "itap":
        this.#depth = value;
        return null;
      case "ls":
        this.#numbered = (value ?? 0) > 0;
        return null;
      case "par":
      case "sect":
      case "page":
        this.#flush();
        return this.#paragraph({});
      case "cell":
        this.#flush();
        return this.#paragraph({ cellMark: true, depth: 1 });
      case "nestcell":
        this.#flush();
        return this.#paragraph({ cellEnd: true, depth: Math.max(this.#depth ?? 2, 2) });
      case "row":
        this.#flush();
        return this.#paragraph({ row: this.#definition(1), depth: 1 });
      case "nestrow": {
        this.#flush();
        const depth = Math.max(this.#depth ?? 2, 2);
        return this.#paragraph({ row: this.#definition(depth), depth });
      }
      default:
        this.#rowWord(name, value ?? 0);
        return null;
    }
  }

  #rowWord(name: string, value: number): void {
    const level = this.#group.destination === "row" ? Math.max(this.#depth ?? 2, 2) : 1;
    if (name === "trowd") {
      this.#rows.set(level, newRow());
      if (level === 1) this.#defined = true;
    }
    const row = this.#rows.get(level);
    if (row === undefined) return;
    switch (name) {
      case "trleft":
        row.left = value;
        break;
      case "clmgf":
        row.sideways = 1;
        break;
      case "clmrg":
        row.sideways = 2;
        break;
      case "clvmgf":
        row.vertical = "begin";
        break;
      case "clvmrg":
        row.vertical = "continue";
        break;
      case "trrh":
        row.height = value;
        break;
      case "clcbpat":
        row.fill = this.#colourNumbered(value);
        break;
      case "clshdng":
        if (value > 0) row.fill = "unknown";
        break;
      case "cldglu":
      case "cldgll":
        row.crossed = true;
        break;
      case "cellx":
        row.edges.push({ at: value, sideways: row.sideways, vertical: row.vertical, fill: row.fill, crossed: row.crossed });
        row.crossed = false;
        row.sideways = 0;
        row.vertical = null;
        row.fill = null;
        break;
    }
  }

  /** A colour of the list as a background; the automatic colour means none. */
  #colourNumbered(number: number | null): Fill {
    const colour = this.#colours[number ?? 0] ?? "auto";
    return colour === "auto" ? null : colour;
  }

  /** The background of the current cell. That of a nested table, and of a row not yet defined, is unknown. */
  #cellFill(depth: number): Fill {
    if (depth === 0) return null;
    return depth > 1 || !this.#defined ? "unknown" : (this.#rows.get(1)?.edges[this.#cells]?.fill ?? null);
  }

  #definition(depth: number): RowDefinition {
    const { left, edges } = this.#rows.get(depth) ?? newRow();
    return {
      edges: [left, ...edges.map(({ at }) => at)],
      merges: edges.map(({ sideways, vertical, crossed }) => ({ sideways, vertical, crossed })),
    };
  }

  #unicode(value: number): void {
    this.#flush();
    this.#add(String.fromCharCode(value & 0xffff));
    this.#substitutes = this.#group.substitutes;
  }

  /** Decodes the bytes that have been collected. */
  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = this.#bytes;
    this.#bytes = [];
    this.#add(this.#decode(bytes));
  }

  #decode(bytes: readonly number[]): string {
    if (bytes.every((byte) => byte < 0x80)) return decodeWestern(bytes);
    const charset = this.#fonts.get(this.#group.font ?? this.#defaultFont ?? -1)?.charset ?? 1;
    const label = CHARSETS.get(charset) ?? this.#codePage;
    return label === null ? decodeWestern(bytes) : new TextDecoder(label).decode(Uint8Array.from(bytes));
  }

  #add(text: string): void {
    const { destination, run, font, deleted } = this.#group;
    switch (destination) {
      case "text": {
        if (deleted) return;
        const { field } = this.#group;
        if (field !== null && text.trim() !== "") field.result = "text";
        const { name, charset } = this.#fonts.get(font ?? -1) ?? { name: undefined, charset: undefined };
        const own = name === undefined ? run : { ...run, font: name, pictures: isPictureFont(name, charset) };
        this.#parts.push({ text, run: own });
        return;
      }
      case "instruction": {
        const { field } = this.#group;
        if (field !== null && field.instruction.length < MAX_INSTRUCTION) field.instruction += text;
        return;
      }
      case "number":
        if (text.trim() !== "") this.#numbered = true;
        return;
      case "beside":
        this.#beside += text;
        return;
      case "property": {
        const { shape } = this.#group;
        if (shape !== null && shape.property.length < MAX_PROPERTY) shape.property += text;
        return;
      }
      case "fonts": {
        const entry = this.#fonts.get(font ?? -1);
        if (entry !== undefined && entry.name.length < MAX_FONT_NAME) entry.name += text.replace(/;.*/s, "");
        return;
      }
      case "colours":
        for (const char of text) {
          if (char !== ";") continue;
          this.#limit(this.#colours.length);
          this.#colours.push(this.#colour === null ? "auto" : hex(this.#colour));
          this.#colour = null;
        }
        return;
      case "skipped":
      case "styles":
      case "row":
        return;
    }
  }

  #paragraph({
    cellMark = false,
    cellEnd = false,
    row = null,
    depth,
  }: Partial<DocParagraph["properties"]> & { readonly cellMark?: boolean }): DocParagraph {
    const parts = this.#parts;
    const drawings = this.#drawings;
    this.#parts = [];
    this.#drawings = [];
    const hasBase = parts.some(({ text, run }) => isAligned(run) && (run.position ?? 0) === 0 && text.trim() !== "");
    const own = Math.max(depth ?? this.#depth ?? (this.#inTable ? 1 : 0), 0);
    const heights = [this.#lineHeight, own > 0 ? (this.#rows.get(own)?.height ?? 0) : 0];
    const displaced = this.#isOdd || isOutside(this.#indents.li + this.#indents.fi) || heights.some((height) => isLow(-height));
    const surroundings = { fills: [this.#fill, this.#cellFill(own)], reversed: false, displaced };
    const flat = isFlat(-(row === null ? this.#lineHeight : (this.#rows.get(own)?.height ?? 0)));
    const whole = flat ? "" : parts.map((part) => printed(part, hasBase, surroundings)).join("");
    const text = this.#fromRight ? turned(whole) : whole;
    if (cellMark) this.#cells += 1;
    if (row !== null && own === 1) {
      this.#cells = 0;
      this.#defined = false;
    }
    return {
      text,
      cellMark,
      properties: {
        style: 0,
        depth: own,
        cellEnd,
        rowEnd: row !== null,
        numbered: this.#numbered,
        row,
        flat,
      },
      drawings,
      endDeleted: this.#dropped && !cellMark && !cellEnd && row === null,
    };
  }
}

function shapeWord(shape: Drawing, name: string, value: number): void {
  if (name === "shptop") shape.top = value;
  else if (name === "shpbottom") shape.bottom = value;
  else if (name === "shpbypage" || name === "shpbymargin") shape.fromParagraph = false;
  else if (name === "shpwr") shape.noRoom = NO_ROOM.has(value);
  else if (name === "shpfblwtxt") shape.below = value !== 0;
}

/** Longest name and value of a property of a drawing that is kept. */
const MAX_PROPERTY = 64;

/** The origin of its vertical position, an alignment relative to that, its kind and its fill are separate properties. */
function shapeProperty(drawing: Drawing): void {
  const [, name, value = ""] = /^(posrelv|posv|shapeType|fFilled)\s*(\d+)$/.exec(drawing.property.trim()) ?? [];
  drawing.property = "";
  const last = drawing.shapes[drawing.shapes.length - 1];
  if (name === "shapeType") drawing.shapes.push({ kind: Number(value), filled: true });
  else if (name === "fFilled" && last !== undefined) last.filled = value !== "0";
  else if (name === "posrelv" ? !FROM_TEXT.has(value) : name === "posv" && value !== "0") drawing.fromParagraph = false;
}

const FROM_TEXT: ReadonlySet<string> = new Set(["2", "3"]);

/** Fields whose result is what was chosen, and no text. */
const CHOSEN = /^\s*FORM(?:CHECKBOX|DROPDOWN)/i;

/** Twentieths of a point in a quarter of one. */
const QUARTER_POINT = 5;

const NO_INDENTS = { li: 0, fi: 0 } as const;

/** Longest name of a font that is kept. */
const MAX_FONT_NAME = 64;

function isAligned({ align = "baseline" }: RunProperties): boolean {
  return align === "baseline";
}

function printed({ text, run }: Part, hasBase: boolean, surroundings: Surroundings): string {
  const visibility = visibilityOf(run, surroundings);
  if (visibility === "hidden") return "";
  const apart = !isAligned(run) || ((run.position ?? 0) !== 0 && hasBase);
  const shown = readable(text, run, apart, surroundings);
  return visibility === "doubtful" && text.trim() !== "" ? shown + OBJECT : shown;
}

function hex(channels: readonly number[]): string {
  return channels
    .map((channel) => channel.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}

const nesting: Sentence = { zh: "RTF组的嵌套层数", en: "the nesting of groups of the RTF" };
const tableEntries: Sentence = { zh: "字体或颜色的数目", en: "the number of fonts or colours" };
