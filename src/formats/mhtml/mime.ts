import PostalMime, { decodeWords } from "postal-mime";

/** A part of a file in the form of a mail: what its headers say, and what is in it. */
export interface MimePart {
  /** Its type in lower case, such as `text/html`, and the parameters of it. */
  readonly type: string;
  readonly parameter: (name: string) => string | undefined;
  readonly header: (name: string) => string | undefined;
  readonly parts: readonly MimePart[];
  /** What is in a part without parts, decoded. */
  readonly bytes: Uint8Array;
  /** Whether the file ends before the part does. */
  readonly isCut: boolean;
}

/** Limits of the parts that are looked at. */
export interface MimeLimits {
  readonly depth: number;
  readonly parts: number;
  readonly headerBytes: number;
}

/** Of two headers the first counts: under this one the parser hands out the bytes of a part, whatever their type. */
const AS_BYTES = new TextEncoder().encode("Content-Type: application/octet-stream\r\n");

/** Opens a file in the form of a mail. The parser reads headers and decodes; it would join all pages without their origin. */
export async function openMime(file: Uint8Array, limits: MimeLimits): Promise<MimePart> {
  let count = 0;
  const open = async (bytes: Uint8Array, depth: number, isCut: boolean): Promise<MimePart> => {
    if (depth > limits.depth) throw new RangeError("the parts are nested too deep");
    const body = beginOfBody(bytes);
    const options = { maxHeadersSize: limits.headerBytes };
    const { headers } = await PostalMime.parse(bytes.subarray(0, body), options);
    const header = (name: string) => headers.find(({ key }) => key === name)?.value;
    const stated = header("content-type") ?? "text/plain";
    const parameter = (name: string) => parameterOf(stated, name);
    const type = /^[^\s;]*/.exec(stated)?.[0].toLowerCase() ?? "";
    const part = { type, parameter, header, isCut };
    const pieces = type.startsWith("multipart/")
      ? piecesOf(bytes.subarray(Math.max(0, body - 1)), parameter("boundary"))
      : type === "message/rfc822"
        ? [{ bytes: bytes.subarray(body), isLast: true }]
        : null;
    if (pieces === null) {
      const { attachments } = await PostalMime.parse(joined(AS_BYTES, bytes), options);
      const content = attachments[0]?.content;
      return { ...part, parts: [], bytes: typeof content === "string" || content === undefined ? NONE : new Uint8Array(content) };
    }
    const parts: MimePart[] = [];
    for (const piece of pieces) {
      count += 1;
      if (count > limits.parts) break;
      parts.push(await open(piece.bytes, depth + 1, piece.isLast && (isCut || type.startsWith("multipart/"))));
    }
    return { ...part, parts, bytes: NONE };
  };
  return open(file, 0, false);
}

const NONE = new Uint8Array();

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Where the body of a part begins: behind the first line without text. */
function beginOfBody(bytes: Uint8Array): number {
  const [LF, CR] = [10, 13];
  for (let at = 0, line = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== LF) continue;
    if (at === line || (at === line + 1 && bytes[line] === CR)) return at + 1;
    line = at + 1;
  }
  return bytes.length;
}

/** A parameter of a header, such as the charset of a type. */
function parameterOf(header: string, name: string): string | undefined {
  const [, quoted, bare] = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{1,200})"|([^\\s;"]{1,200}))`, "i").exec(header) ?? [];
  return quoted ?? bare;
}

interface Piece {
  readonly bytes: Uint8Array;
  /** Whether the end of the file is the end of it, since none is marked. */
  readonly isLast: boolean;
}

/** What is between the lines of a boundary. */
function piecesOf(bytes: Uint8Array, boundary: string | undefined): readonly Piece[] {
  if (boundary === undefined) return [];
  const text = new TextDecoder("latin1").decode(bytes);
  const mark = `\n--${boundary}`;
  const rest = /(--)?[ \t\r]*(?:\n|$)/y;
  const pieces: Piece[] = [];
  let start: number | null = null;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    // A longer boundary may begin like this one.
    rest.lastIndex = at + mark.length;
    const line = rest.exec(text);
    if (line === null) continue;
    if (start !== null) pieces.push({ bytes: bytes.subarray(start, at), isLast: false });
    if (line[1] !== undefined) return pieces;
    start = rest.lastIndex;
  }
  return start === null ? pieces : [...pieces, { bytes: bytes.subarray(start), isLast: true }];
}

/** The text of a header that may be in encoded words. */
export const plainHeader = (value: string): string => decodeWords(value).trim();
