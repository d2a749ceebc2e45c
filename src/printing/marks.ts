import { type Finding, type FindingCell, type Language, type Severity, sentence } from "../findings/finding.js";
import { formatCoordinate } from "../form/form.js";
import { writingMessages } from "./messages.js";

/** A single figure whose correction alone would make a group of violated balances hold (疑似有误). */
export interface MarkedSuspect {
  readonly address: string;
  readonly from: number | string | null;
  readonly to: number | string | null;
}

/** An independent problem of a report, as in an explanation. The cells of its finding are the suspects. */
export interface MarkedProblem {
  readonly rules: readonly string[];
  readonly finding: Finding;
}

/** The part of a check result that a writer needs to mark a report. The results of `validate` and `validateAndExplain` fit. */
export interface Marking {
  readonly findings: readonly Finding[];
  readonly groups: readonly { readonly rules: readonly string[]; readonly suspects: readonly MarkedSuspect[] }[];
  /** Names the suspected figures; without it the groups do. Its findings are included in `findings`. */
  readonly explanation?: { readonly problems: readonly MarkedProblem[] };
  /** Number of rules by outcome. */
  readonly counts: Readonly<Record<"holds" | "violated" | "undetermined", number>>;
}

/** A printed finding: its number, its sentence, its cells. */
export interface Note {
  /** From 1, in the order of the findings. */
  readonly number: number;
  readonly severity: Severity;
  readonly rule: string | null;
  readonly message: string;
  readonly cells: readonly FindingCell[];
  /** Sentences on the figures that alone would explain the finding. */
  readonly suspects: readonly string[];
}

/** How a figure is marked. */
export interface CellMark {
  readonly notes: readonly Note[];
  /** The highest severity among its notes. */
  readonly severity: Severity;
  /** Whether a correction of this figure would explain the findings, so that it is not only one of the figures involved. */
  readonly suspected: boolean;
  /** Whether the figure is only involved: all its findings are explained by suspects, and it is not one of them. */
  readonly involved: boolean;
}

/** All marks of a report, the figures' by address. */
export interface Marks {
  readonly notes: readonly Note[];
  readonly cells: ReadonlyMap<string, CellMark>;
  readonly summary: string;
}

/** Highest severity first. */
const severities: readonly Severity[] = ["error", "warning", "advice"];

/** The marks of a checked report, independent of any file format. */
export function marksOf(marking: Marking, language: Language): Marks {
  const notes = marking.findings.map(
    (finding, i): Note => ({
      number: i + 1,
      severity: finding.severity,
      rule: finding.rule,
      message: finding.message,
      cells: finding.cells,
      suspects: suspectSentences(marking, finding, language),
    }),
  );
  const { suspected, explained } = suspectsOf(marking);
  const cells = new Map<string, CellMark>();
  for (const note of notes) {
    for (const { address } of note.cells) {
      const own = [...(cells.get(address)?.notes ?? []), note];
      const involved = !suspected.has(address) && own.every(({ rule }) => rule !== null && explained.has(rule));
      cells.set(address, { notes: own, severity: gravest(own), suspected: suspected.has(address), involved });
    }
  }
  return { notes, cells, summary: summaryOf(marking, language) };
}

/** The marks of an option that may be missing. */
export function optionalMarks(validation: Marking | undefined, language: Language): Marks | null {
  return validation === undefined ? null : marksOf(validation, language);
}

/** The number of a note as printed beside a figure: `1`, and `?1` beside a suspect. */
export function noteLabel(note: Note, mark: CellMark): string {
  return `${mark.suspected ? "?" : ""}${note.number}`;
}

/** The sentence of a note with its number. */
export function noteSentence({ number, message }: Note, language: Language): string {
  return sentence(writingMessages, "writing.note", { number, message }, language);
}

/**
 * The figure that a finding is shown at: the first suspect, else the last figure of the finding, which in a balance is what
 * the others should add up to.
 */
export function anchorOf(note: Note, marks: Marks): string | undefined {
  const suspected = note.cells.find(({ address }) => marks.cells.get(address)?.suspected === true);
  return (suspected ?? note.cells[note.cells.length - 1])?.address;
}

/** A severity in words. */
export function severityName(severity: Severity, language: Language): string {
  return sentence(writingMessages, `writing.${severity}`, {}, language);
}

function gravest(notes: readonly Note[]): Severity {
  return severities.find((severity) => notes.some((note) => note.severity === severity)) ?? "advice";
}

interface Suspects {
  /** Addresses of the suspects. */
  readonly suspected: ReadonlySet<string>;
  /** Rules whose violation they explain. */
  readonly explained: ReadonlySet<string>;
}

function suspectsOf({ groups, explanation }: Marking): Suspects {
  if (explanation !== undefined) {
    const { problems } = explanation;
    return {
      suspected: new Set(problems.flatMap(({ finding }) => finding.cells.map(({ address }) => address))),
      explained: new Set(problems.filter(({ finding }) => finding.cells.length > 0).flatMap(({ rules }) => rules)),
    };
  }
  const explaining = groups.filter(({ suspects }) => suspects.length > 0);
  return {
    suspected: new Set(explaining.flatMap(({ suspects }) => suspects.map(({ address }) => address))),
    explained: new Set(explaining.flatMap(({ rules }) => rules)),
  };
}

/** Names the single figures that would explain a finding; not needed if there is an explanation. */
function suspectSentences({ groups, explanation }: Marking, { rule, cells }: Finding, language: Language): readonly string[] {
  if (explanation !== undefined) return [];
  const group = groups.find(({ rules }) => rule !== null && rules.includes(rule));
  return (group?.suspects ?? []).flatMap(({ address, from, to }) => {
    const cell = cells.find((candidate) => candidate.address === address);
    if (cell === undefined) return [];
    const blank = sentence(writingMessages, "writing.blank", {}, language);
    const where = formatCoordinate(cell.coordinate, language);
    return [sentence(writingMessages, "writing.suspect", { where, from: from ?? blank, to: to ?? blank }, language)];
  });
}

function summaryOf({ counts }: Marking, language: Language): string {
  const total = counts.holds + counts.violated + counts.undetermined;
  return sentence(writingMessages, "writing.counts", { ...counts, total }, language);
}
