/**
 * What the page asks of its workers, and what they answer. Everything is plain data that can be cloned.
 */
import type { Draft, EditionId, Finding, Language } from "disclosure-report";
import type { ReportCheck } from "disclosure-report/check";
import type { Consolidation, ConsolidationValidation, Contribution } from "disclosure-report/consolidation";
import type { Migration } from "disclosure-report/crosswalk";
import type { LogEntry } from "disclosure-report/read";
import type { CaseEntry, RegisterReading, RequestEntry, Tally } from "disclosure-report/register";
import type { Comparison } from "disclosure-report/series";

/** A report as it was read, and what is to be said of the reading. */
export interface Opened {
  readonly format: string;
  readonly draft: Draft | null;
  readonly log: readonly LogEntry[];
  readonly findings: readonly Finding[];
  readonly check: ReportCheck | null;
}

/** What a report is checked against. */
export interface CheckAsked {
  readonly draft: Draft;
  readonly previous: Draft | null;
  readonly language: Language;
}

/** The kinds of file that a report can be exported to. */
export type TakeFormat = "docx" | "xlsx" | "html" | "json" | "csv" | "markdown" | "text";

/** A report to be written, with or without the marks of what is wrong. */
export interface WriteAsked {
  readonly draft: Draft;
  readonly format: TakeFormat;
  readonly marked: boolean;
  readonly language: Language;
}

/** Words or columns chosen by the person who knows the register. */
export type Chosen = Readonly<Record<string, string>>;

/** A register to be read. */
export interface RegisterAsked {
  readonly bytes: Uint8Array;
  readonly kind: "requests" | "cases";
  readonly columns: Chosen;
  readonly values: Readonly<Record<string, Chosen>>;
  readonly sheet: string | null;
  readonly language: Language;
}

/** Reports to be added up beside the report of the agency above them. */
export interface SumAsked {
  readonly parent: Draft;
  readonly children: readonly Draft[];
  readonly own: Draft | null;
  /** Whether these are all. */
  readonly complete: boolean;
  /** The figure whose parts are asked for. */
  readonly address: string | null;
  readonly language: Language;
}

export interface Summed {
  readonly level: Consolidation;
  readonly judged: ConsolidationValidation | null;
  readonly parts: readonly Contribution[];
}

/** Every question with its answer. */
export interface Questions {
  readonly readFile: {
    readonly ask: { readonly file: Blob; readonly name: string; readonly language: Language };
    readonly answer: Opened;
  };
  readonly readHtml: { readonly ask: { readonly html: string; readonly language: Language }; readonly answer: Opened };
  readonly readText: { readonly ask: { readonly text: string; readonly language: Language }; readonly answer: Opened };
  readonly check: { readonly ask: CheckAsked; readonly answer: ReportCheck };
  readonly write: { readonly ask: WriteAsked; readonly answer: Uint8Array<ArrayBuffer> };
  readonly readRequests: { readonly ask: RegisterAsked; readonly answer: RegisterReading<RequestEntry> };
  readonly readCases: { readonly ask: RegisterAsked; readonly answer: RegisterReading<CaseEntry> };
  readonly tally: {
    readonly ask: {
      readonly requests: RegisterReading<RequestEntry>;
      readonly cases: RegisterReading<CaseEntry> | null;
      readonly year: number;
      readonly language: Language;
    };
    readonly answer: Pick<Tally<EditionId>, "draft" | "findings" | "requests" | "cases" | "recordNumbers">;
  };
  readonly sum: { readonly ask: SumAsked; readonly answer: Summed };
  readonly compare: { readonly ask: { readonly previous: Draft; readonly draft: Draft }; readonly answer: Comparison };
  readonly migrate: {
    readonly ask: { readonly draft: Draft; readonly to: EditionId; readonly language: Language };
    readonly answer: Migration;
  };
  readonly sample: {
    readonly ask: { readonly language: Language };
    readonly answer: { readonly current: Draft; readonly previous: Draft };
  };
  readonly zip: {
    readonly ask: { readonly files: Readonly<Record<string, Uint8Array>> };
    readonly answer: Uint8Array<ArrayBuffer>;
  };
}

export type QuestionName = keyof Questions;

/** A question with the number that its answer carries. */
export type Asked = {
  [Q in QuestionName]: { readonly id: number; readonly what: Q; readonly ask: Questions[Q]["ask"] };
}[QuestionName];

/** An answer, or why there is none. */
export type Answered =
  | { readonly id: number; readonly ok: true; readonly answer: Questions[QuestionName]["answer"] }
  | { readonly id: number; readonly ok: false; readonly code: string; readonly message: string };

/** What a worker is sent first: its program and the PDF engine, each as base64 of LZMA. */
export interface Packed {
  readonly program: string;
  readonly pdfium: string;
}

declare global {
  /** Unpacks the PDF engine; set by the boot program for the worker. */
  var pdfEngineBytes: () => Uint8Array<ArrayBuffer>;
  function importScripts(...addresses: readonly string[]): void;
}
