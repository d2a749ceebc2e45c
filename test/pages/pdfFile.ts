/** Puts a PDF file together from its objects; the first is the catalogue. */
export function pdfFile(objects: readonly (string | Uint8Array)[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const put = (part: string | Uint8Array): void => {
    const bytes = typeof part === "string" ? Uint8Array.from(part, (char) => char.charCodeAt(0)) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  put("%PDF-1.7\n");
  const offsets = objects.map((object, i) => {
    const at = length;
    put(`${i + 1} 0 obj\n`);
    put(object);
    put("\nendobj\n");
    return at;
  });
  const start = length;
  const entries = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`);
  put(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join("")}`);
  put(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`);
  const file = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

export function stream(content: string, dictionary = ""): string {
  return `<<${dictionary}/Length ${content.length}>>\nstream\n${content}\nendstream`;
}

/** A Chinese font that is not in the file, and the text of it as it is written in a content stream. */
export const SONG =
  "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>>>]>>";

export function hex(text: string): string {
  return `<${[...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, "0")).join("")}>`;
}

export interface PageParts {
  /** The content of the page. Fonts are called /S (Chinese) and /H (Helvetica), both not in the file. */
  readonly content: string;
  /** More of the catalogue and of the resources, and objects from number 7 on. */
  readonly catalogue?: string;
  readonly resources?: string;
  /** More of the page, and more fonts of it. */
  readonly page?: string;
  readonly fonts?: string;
  readonly objects?: readonly string[];
}

/** A file of one page. */
export function onePage({ content, catalogue = "", resources = "", page = "", fonts = "", objects = [] }: PageParts): Uint8Array {
  return pdfFile([
    `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</S 5 0 R/H 6 0 R${fonts}>>${resources}>>${page}>>`,
    stream(content),
    SONG,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ...objects,
  ]);
}

/** A table of two columns: lines around each cell, a label and what stands beside it. */
export function table(rows: readonly (readonly [label: string, figure: string])[]): string {
  const height = 30;
  const top = 750;
  const bottom = top - rows.length * height;
  const lines = [
    ...Array.from({ length: rows.length + 1 }, (_, i) => `50 ${top - i * height} m 450 ${top - i * height} l S`),
    ...[50, 250, 450].map((x) => `${x} ${top} m ${x} ${bottom} l S`),
  ];
  const texts = rows.map(([label, figure], i) => {
    const y = top - i * height - 20;
    return `BT /S 10 Tf 60 ${y} Td ${hex(label)} Tj ET ${figure.replaceAll("@", `300 ${y}`)}`;
  });
  return [...lines, ...texts].join("\n");
}

/** A figure in Helvetica at the place `@` of its cell. */
export const figure = (digits: string): string => `BT /H 10 Tf @ Td (${digits}) Tj ET`;
/** A text in the Chinese font at that place. */
export const words = (text: string): string => `BT /S 10 Tf @ Td ${hex(text)} Tj ET`;
