import type { WrappedPdfiumModule } from "@embedpdf/pdfium";
import type { Memory } from "./memory.js";

/**
 * Names of the fonts whose characters the file does not say: embedded, of single bytes, in an encoding of their own, and
 * without a table of what they stand for. Codes look like characters there and need not be them. The name is without what is
 * not ASCII, which the engine and the file write differently.
 */
export function uncertainFonts(library: WrappedPdfiumModule, memory: Memory, document: number): ReadonlySet<string> {
  library.EPDF_RemoveEncryption(document);
  const writer = library.PDFiumExt_OpenFileWriter();
  try {
    library.PDFiumExt_SaveAsCopy(document, writer);
    const size = library.PDFiumExt_GetFileWriterSize(writer);
    const at = library.pdfium.wasmExports.malloc(size);
    library.PDFiumExt_GetFileWriterData(writer, at, size);
    const bytes = memory.bytes(at, size);
    library.pdfium.wasmExports.free(at);
    return uncertainIn(new TextDecoder("latin1").decode(bytes));
  } finally {
    library.PDFiumExt_CloseFileWriter(writer);
  }
}

function uncertainIn(file: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const object of file.split("endobj")) {
    const start = object.indexOf("<<");
    const head = object.slice(start, start + 20_000);
    const stream = head.indexOf("stream");
    const dictionary = stream < 0 ? head : head.slice(0, stream);
    if (!/\/Type\s*\/Font\b(?!Descriptor)/.test(dictionary)) continue;
    if (!/\/Subtype\s*\/(?:TrueType|Type1|MMType1)\b/.test(dictionary)) continue;
    // A font without a description is one of those that every program has: its characters are known, but for two of signs.
    const standard = !/\/FontDescriptor\b/.test(dictionary) && !/\/BaseFont\s*\/(?:Symbol|ZapfDingbats)\b/.test(dictionary);
    if (standard) continue;
    if (/\/ToUnicode\b/.test(dictionary) || /\/Encoding\b/.test(dictionary)) continue;
    const name = /\/BaseFont\s*\/([^\s/<>[\]()]+)/.exec(dictionary)?.[1];
    if (name !== undefined)
      names.add(asciiName(name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))));
  }
  return names;
}

/** The part of a font's name that is written alike everywhere. */
export function asciiName(name: string): string {
  return name.replace(/[^\x21-\x7e]/g, "");
}
