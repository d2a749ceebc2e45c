/** Language of messages: Chinese or English. */
export type Language = "zh" | "en";

/** Where a figure stands on the official form: table 三, row 3, column 1. Rows and columns count figures only, from 1. */
export interface Coordinate {
  /** Number of the table on the form: 二, 三 or 四. */
  readonly table: string;
  /** Row among the figures of the table, from 1. */
  readonly row: number;
  /** Column among the figures of the table, from 1. */
  readonly column: number;
}

/** Severity of a finding: the report is wrong (`error`), needs a check (`warning`), or deserves a remark (`advice`). */
export type Severity = "error" | "warning" | "advice";

/** A place in a source document. Properties that a format does not have are `null`. */
export interface Place {
  /** Format of the document. */
  readonly format: "text" | "html" | "docx" | "xlsx" | "pdf" | "ofd" | "doc" | "xls" | "odt" | "ods" | "rtf" | "csv";
  /** Name of the worksheet. */
  readonly sheet: string | null;
  /** Number of the table in the document, from 1. */
  readonly table: number | null;
  /** Row and column in that table or worksheet, from 1. */
  readonly row: number | null;
  readonly column: number | null;
  /** Line in the text or in the markup, from 1. */
  readonly line: number | null;
  /** Offset into the markup, from 0. */
  readonly offset: number | null;
  /** Number of the page, from 1. */
  readonly page: number | null;
  /** Left, top, right and bottom on that page in points, from its upper left corner as it is shown. */
  readonly box: readonly [left: number, top: number, right: number, bottom: number] | null;
}

/** A place of which only `where` is known. */
export function placeIn(format: Place["format"], where: Partial<Omit<Place, "format">> = {}): Place {
  return { format, sheet: null, table: null, row: null, column: null, line: null, offset: null, page: null, box: null, ...where };
}

/** A figure that a finding is about. `value` is the stated figure: a count, an amount in 万元, or `null` for a blank. */
export interface FindingCell {
  /** Address of the figure, such as `requests.granted.total`. */
  readonly address: string;
  /** Its coordinate on the form. */
  readonly coordinate: Coordinate;
  readonly value: number | string | null;
  /** Its place in the source; `null` if not known. */
  readonly place: Place | null;
}

/**
 * A result of a reader, of the schema or of a rule that needs attention. Plain data: programs match `code` and `params`, people
 * read `message`. Codes are a public contract: a code may be retired but is never reused.
 */
export interface Finding {
  /** Stable code, such as `reading.unreadable`. */
  readonly code: string;
  /** Severity, after the profile was applied. */
  readonly severity: Severity;
  /** Identifier of the rule; `null` if it does not come from a rule. */
  readonly rule: string | null;
  /** Path in the report (`agency.name`, `requests.granted.total`), or `null`. */
  readonly path: string | null;
  /** The figures that it is about. */
  readonly cells: readonly FindingCell[];
  /** Its place in the source; `null` if not known. */
  readonly place: Place | null;
  /** The expected value, if there is one. */
  readonly expected: number | string | null;
  /** The actual value, if there is one. */
  readonly actual: number | string | null;
  /** `actual` minus `expected`; `null` unless both are numbers. */
  readonly difference: number | string | null;
  /** Parameters of the message. */
  readonly params: Readonly<Record<string, Param>>;
  /** The message, in the requested language. */
  readonly message: string;
}

/** A parameter of a sentence: the same in both languages, or a wording for each. */
export type Param = number | string | Sentence;

/** A sentence in both languages. */
export interface Sentence {
  /** In Chinese. */
  readonly zh: string;
  /** In English. */
  readonly en: string;
}

/** The sentences of one area of the library, by code. `{name}` stands for a parameter. */
export type Catalogue = Readonly<Record<string, Sentence>>;

type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;

/** The parameters that the sentences of a code need. */
export type ParamsOf<C extends Catalogue, Code extends keyof C> = {
  readonly [Name in Placeholders<C[Code]["en"] | C[Code]["zh"]>]: Param;
};

/** Data of a finding besides its code and parameters. */
export type FindingDetails = Partial<Omit<Finding, "code" | "params" | "message">>;

/** Fills the sentence of `code` in one language. */
export function sentence<C extends Catalogue, Code extends keyof C & string>(
  catalogue: C,
  code: Code,
  params: ParamsOf<C, Code>,
  language: Language,
): string {
  return filled(catalogue[code]?.[language] ?? code, params, language);
}

/**
 * A template with its placeholders filled; brackets around nothing are left out, with the space before them. What is no parameter
 * stays as it is.
 */
export function filled(template: string, params: Readonly<Record<string, Param>>, language: Language): string {
  let said = "";
  let done = 0;
  for (let at = template.indexOf("{"); at !== -1; at = template.indexOf("{", at + 1)) {
    const end = template.indexOf("}", at);
    const name = template.slice(at + 1, end);
    const value = end !== -1 && Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) continue;
    const words = String(typeof value === "object" ? value[language] : value);
    const bare = words === "" && "（(".includes(template[at - 1] ?? " ") && "）)".includes(template[end + 1] ?? " ");
    const start = at - (bare ? (template[at - 2] === " " ? 2 : 1) : 0);
    said += template.slice(done, start) + words;
    done = end + (bare ? 2 : 1);
  }
  return said + template.slice(done);
}

/** Makes a finding. Defaults of `details`: `null`, no cells, severity `error`. */
export function finding<C extends Catalogue, Code extends keyof C & string>(
  catalogue: C,
  code: Code,
  params: ParamsOf<C, Code>,
  language: Language,
  details: FindingDetails = {},
): Finding {
  return {
    code,
    severity: details.severity ?? "error",
    rule: details.rule ?? null,
    path: details.path ?? null,
    cells: details.cells ?? [],
    place: details.place ?? null,
    expected: details.expected ?? null,
    actual: details.actual ?? null,
    difference: details.difference ?? null,
    params,
    message: sentence(catalogue, code, params, language),
  };
}
