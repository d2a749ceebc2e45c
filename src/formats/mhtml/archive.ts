import PostalMime from "postal-mime";

/** A part of a web archive: a page or a style sheet, and the names under which others refer to it. */
interface Part {
  readonly names: readonly string[];
  readonly type: "page" | "sheet";
  readonly text: string;
}

/** What is in a web archive: the page, all pages, and what a page refers to by name. */
export interface WebArchive {
  /** The page that the others are parts of. */
  readonly first: string;
  page(reference: string): string | undefined;
  sheet(reference: string): string | undefined;
}

/** Limits of what the parser takes. */
export interface MimeLimits {
  readonly maxNestingDepth: number;
  readonly maxHeadersSize: number;
}

/** Most parts that are looked at by themselves. */
export const MAX_MIME_PARTS = 2_000;

/**
 * Opens a web archive. The parser joins all pages without their origin, so the parts are passed to it
 * one by one.
 */
export async function openArchive(bytes: Uint8Array, limits: MimeLimits): Promise<WebArchive | null> {
  const whole = await PostalMime.parse(bytes, limits);
  if (whole.html === undefined) return null;
  const boundary = boundaryOf(whole.headers.find(({ key }) => key === "content-type")?.value ?? "");
  const parts: Part[] = [];
  for (const piece of boundary === null ? [] : piecesOf(bytes, boundary)) parts.push(...(await partOf(piece, limits)));
  const find = (type: Part["type"]) => {
    const named = new Map(
      parts.filter((part) => part.type === type).flatMap(({ names, text }) => names.map((name) => [name, text])),
    );
    const ends = new Map([...named].map(([name, text]) => [lastOf(name), text]));
    return (reference: string): string | undefined => {
      const name = reference.trim().toLowerCase();
      return named.get(name) ?? (name === "" ? undefined : ends.get(lastOf(name)));
    };
  };
  return { first: parts.find(({ type }) => type === "page")?.text ?? whole.html, page: find("page"), sheet: find("sheet") };
}

/** The last piece of an address. Parts are known by addresses of the place where they were saved, and referred to from there. */
function lastOf(address: string): string {
  const [path = ""] = address.split(/[?#]/);
  return path.slice(path.lastIndexOf("/") + 1);
}

function boundaryOf(type: string): string | null {
  const [, quoted, bare] = /\bboundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(type) ?? [];
  return quoted ?? bare ?? null;
}

/** The bytes between the lines of a boundary. */
function piecesOf(bytes: Uint8Array, boundary: string): readonly Uint8Array[] {
  const text = new TextDecoder("latin1").decode(bytes);
  const mark = `\n--${boundary}`;
  const starts: number[] = [];
  for (let at = text.indexOf(mark); at >= 0 && starts.length <= MAX_MIME_PARTS; at = text.indexOf(mark, at + mark.length))
    starts.push(at);
  return starts.slice(0, -1).map((at, i) => {
    const line = text.indexOf("\n", at + mark.length);
    return bytes.subarray(line < 0 ? at : line + 1, starts[i + 1]);
  });
}

async function partOf(piece: Uint8Array, limits: MimeLimits): Promise<readonly Part[]> {
  const { html, headers, attachments } = await PostalMime.parse(piece, limits);
  const value = (name: string): string =>
    headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase() ?? "";
  const id = value("content-id").replace(/^<|>$/g, "");
  const names = [value("content-location"), id === "" ? "" : `cid:${id}`].filter((name) => name !== "");
  const pages: readonly Part[] = html === undefined ? [] : [{ names, type: "page", text: html }];
  const sheets = attachments.flatMap(({ mimeType, content }): readonly Part[] =>
    mimeType !== "text/css" || typeof content === "string"
      ? []
      : [{ names, type: "sheet", text: new TextDecoder().decode(content) }],
  );
  return [...pages, ...sheets];
}
