import type { WrappedPdfiumModule } from "@embedpdf/pdfium";
import type { Memory } from "./memory.js";
import { MAX_TABLE, saidTwice } from "./toUnicode.js";

/** What is to be known of a file and of its fonts, by their names without what is not ASCII: the engine and the file write that differently. */
export interface FontDoubts {
  /**
   * Fonts whose characters the file does not state: embedded, single-byte, with a custom encoding, and without a table of the
   * characters (`ToUnicode`). Their codes look like characters but need not be.
   */
  readonly unsaid: ReadonlySet<string>;
  /** Characters that a font assigns to more than one glyph. */
  readonly twice: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether it has layers that are printed and not shown, or the other way about. */
  readonly layered: boolean;
  /** Whether some layer is shown where others are not, or by an expression of them: of that viewers make different things. */
  readonly unclear: boolean;
}

export function fontDoubts(library: WrappedPdfiumModule, memory: Memory, document: number): FontDoubts {
  library.EPDF_RemoveEncryption(document);
  const writer = library.PDFiumExt_OpenFileWriter();
  try {
    library.PDFiumExt_SaveAsCopy(document, writer);
    const size = library.PDFiumExt_GetFileWriterSize(writer);
    const at = library.pdfium.wasmExports.malloc(size);
    library.PDFiumExt_GetFileWriterData(writer, at, size);
    const bytes = memory.bytes(at, size);
    library.pdfium.wasmExports.free(at);
    return doubtsIn(new TextDecoder("latin1").decode(bytes), bytes);
  } finally {
    library.PDFiumExt_CloseFileWriter(writer);
  }
}

/** Longest dictionary of a font that is looked at. */
const MAX_DICTIONARY = 20_000;

function doubtsIn(file: string, bytes: Uint8Array): FontDoubts {
  const unsaid = new Set<string>();
  const tables = new Map<string, number>();
  const places = new Map<number, number>();
  let at = 0;
  for (const object of file.split("endobj")) {
    const number = /(\d+) \d+ obj\s*$/.exec(object.slice(0, Math.max(0, object.indexOf("obj") + 4)))?.[1];
    if (number !== undefined) places.set(Number(number), at);
    at += object.length + "endobj".length;
    const start = object.indexOf("<<");
    const head = object.slice(start, start + MAX_DICTIONARY);
    const stream = head.indexOf("stream");
    const dictionary = stream < 0 ? head : head.slice(0, stream);
    if (!/\/Type\s*\/Font\b(?!Descriptor)/.test(dictionary)) continue;
    const written = /\/BaseFont\s*\/([^\s/<>[\]()]+)/.exec(dictionary)?.[1];
    if (written === undefined) continue;
    const name = asciiName(
      written.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
    const table = /\/ToUnicode\s+(\d+)\s+\d+\s+R/.exec(dictionary)?.[1];
    if (table !== undefined) tables.set(`${name} ${table}`, Number(table));
    if (isUnsaid(dictionary)) unsaid.add(name);
  }
  const twice = new Map<string, ReadonlySet<string>>();
  const room = new Uint8Array(tables.size > 0 ? MAX_TABLE : 0);
  for (const [key, table] of tables) {
    const name = key.slice(0, key.lastIndexOf(" "));
    const place = places.get(table);
    if (place !== undefined) twice.set(name, new Set([...(twice.get(name) ?? []), ...saidTwice(file, bytes, place, room)]));
  }
  return {
    unsaid,
    twice,
    layered: /\/OCProperties\b/.test(file) && /\/(?:View|Print)State\b/.test(file),
    unclear: /\/OCMD\b/.test(file) && /\/VE\s*[[\d]|\/P\s*\/A(?:ll|ny)Off\b/.test(file),
  };
}

function isUnsaid(dictionary: string): boolean {
  if (!/\/Subtype\s*\/(?:TrueType|Type1|MMType1)\b/.test(dictionary)) return false;
  // A font without a descriptor is one of the standard fonts: its characters are known, except for the two symbol fonts.
  const standard = !/\/FontDescriptor\b/.test(dictionary) && !/\/BaseFont\s*\/(?:Symbol|ZapfDingbats)\b/.test(dictionary);
  return !standard && !/\/ToUnicode\b/.test(dictionary) && !/\/Encoding\b/.test(dictionary);
}

/** A font's name without subset prefix and variants of spelling. */
export function asciiName(name: string): string {
  return name.replace(/[^\x21-\x7e]/g, "");
}
