import type { WrappedPdfiumModule } from "@embedpdf/pdfium";
import { DisclosureReportError } from "../../findings/error.js";
import type { Language, Sentence } from "../../findings/finding.js";
import { formatError } from "../messages.js";
import type { Page } from "../page/page.js";
import { Comparisons, checkLimit } from "../page/pageLimits.js";
import { DigitShapes, UsualDigits } from "./digitShapes.js";
import type { PdfEngine } from "./engine.js";
import { fontDoubts } from "./fonts.js";
import { Memory } from "./memory.js";
import { ROOM } from "./openPage.js";
import { readPage } from "./readPage.js";
import { callStraight } from "./straight.js";

/** Where the engine finds its WebAssembly. */
export interface PdfiumOptions {
  /**
   * The content of `@embedpdf/pdfium/pdfium.wasm`. Without it the engine loads the file next to its own, which a page
   * that is a single file, or a bundle, may not have.
   */
  readonly wasm?: ArrayBuffer | Uint8Array;
}

/**
 * The engine that reads PDF files unless another is given: PDFium, the library that Chromium shows PDF files with, as
 * WebAssembly. It is loaded when the first file is read. No script of a file is run and nothing is fetched for it; the tables
 * for Chinese fonts that are not embedded are part of it.
 *
 * @example
 * ```ts
 * const engine = pdfium();
 * typeof engine.pages; //=> "function"
 * ```
 */
export function pdfium(options?: PdfiumOptions): PdfEngine {
  options ??= {};
  let loaded: Promise<Loaded> | null = null;
  return {
    async pages(bytes, language) {
      loaded ??= load(options);
      const engine = await loaded;
      try {
        return readDocument(engine, bytes, language);
      } catch (error) {
        if (error instanceof DisclosureReportError) throw error;
        // The engine stopped in the middle: memory that ran out, a file made to break it. What it holds is of no use any more.
        loaded = null;
        throw formatError("format.corrupt", { reason: engineStopped }, language);
      }
    },
  };
}

interface Loaded {
  readonly library: WrappedPdfiumModule;
  readonly memory: Memory;
  readonly usual: UsualDigits;
  /** Room for what the engine's functions give back. */
  readonly room: number;
}

async function load({ wasm }: PdfiumOptions): Promise<Loaded> {
  const { init } = await import("@embedpdf/pdfium");
  const quiet = { print: ignore, printErr: ignore };
  const library = await init(wasm === undefined ? quiet : { ...quiet, wasmBinary: wasm });
  callStraight(library);
  library.PDFiumExt_Init();
  const memory = new Memory(library.pdfium.wasmExports);
  const room = library.pdfium.wasmExports.malloc(ROOM);
  return { library, memory, usual: new UsualDigits({ library, memory, room }), room };
}

function ignore(): void {}

/** Error codes of the engine for a file that it cannot open. */
const PASSWORD = 4;
const SECURITY = 5;

function readDocument({ library, memory, usual, room }: Loaded, bytes: Uint8Array, language: Language): readonly Page[] {
  const at = library.pdfium.wasmExports.malloc(bytes.length);
  if (at === 0) throw formatError("format.corrupt", { reason: engineStopped }, language);
  memory.put(at, bytes);
  const document = library.FPDF_LoadMemDocument(at, bytes.length, "");
  try {
    if (document === 0) {
      const error = library.FPDF_GetLastError();
      if (error === PASSWORD || error === SECURITY) throw formatError("format.unsupported", encrypted, language);
      throw formatError("format.corrupt", { reason: notPdf }, language);
    }
    const count = library.FPDF_GetPageCount(document);
    checkLimit("pages", count, language);
    const fonts = fontDoubts(library, memory, document);
    const pages: Page[] = [];
    const shapes = new DigitShapes({ library, memory, room }, usual, document);
    const open = { library, memory, document, fonts, shapes, comparisons: new Comparisons(language), language, room };
    try {
      for (let index = 0; index < count; index += 1) pages.push(readPage(open, index));
      return pages;
    } finally {
      shapes.close();
    }
  } finally {
    if (document !== 0) library.FPDF_CloseDocument(document);
    library.pdfium.wasmExports.free(at);
  }
}

const encrypted = {
  what: { zh: "加密的PDF文件", en: "an encrypted PDF file" },
  advice: { zh: "请打开后取消密码，另存为不加密的PDF。", en: "Open it, remove the password and save it without one." },
} as const;
const notPdf: Sentence = { zh: "PDF不完整或不合法", en: "the PDF is cut off or not well-formed" };
const engineStopped: Sentence = { zh: "其内容使PDF解析中断", en: "its content stops the PDF engine" };
