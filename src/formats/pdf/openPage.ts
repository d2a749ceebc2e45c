import type { WrappedPdfiumModule } from "@embedpdf/pdfium";
import type { Language } from "../../findings/finding.js";
import type { Comparisons } from "../page/pageLimits.js";
import type { Memory } from "./memory.js";

/** A document that the engine has open. */
export interface OpenDocument {
  readonly library: WrappedPdfiumModule;
  readonly memory: Memory;
  readonly document: number;
  /** Fonts whose characters the file does not say. */
  readonly fonts: ReadonlySet<string>;
  readonly comparisons: Comparisons;
  readonly language: Language;
}

/** A page of it. */
export interface OpenPage extends OpenDocument {
  readonly page: number;
  /** Room for what the engine's functions give back. */
  readonly room: number;
}

/** How many bytes that room has. */
export const ROOM = 1024;
