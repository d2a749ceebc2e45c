import type { WrappedPdfiumModule } from "@embedpdf/pdfium";
import type { Language } from "../../findings/finding.js";
import type { Comparisons } from "../page/pageLimits.js";
import type { DigitShapes } from "./digitShapes.js";
import type { FontDoubts } from "./fonts.js";
import type { Memory } from "./memory.js";

/** A document that the engine has open. */
export interface OpenDocument {
  readonly library: WrappedPdfiumModule;
  readonly memory: Memory;
  readonly document: number;
  readonly fonts: FontDoubts;
  /** What digits look like. */
  readonly shapes: DigitShapes;
  readonly comparisons: Comparisons;
  readonly language: Language;
  /** Room for what the engine's functions give back. */
  readonly room: number;
}

/** A page of it. */
export interface OpenPage extends OpenDocument {
  readonly page: number;
  /** The same page, loaded so that the engine forgets no clips of its objects. */
  readonly clipped: () => number;
}

/** How many bytes that room has. */
export const ROOM = 1024;
