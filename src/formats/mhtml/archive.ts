import { decodeBytes } from "../decode.js";
import { type MimeLimits, type MimePart, openMime, plainHeader } from "./mime.js";

/** A page or a style sheet in a web archive. */
export interface ArchivedText {
  /** The address to which what it refers to is relative. */
  readonly base: string;
  readonly text: string;
  /** Places at which something of it is missing. */
  readonly damaged: number;
}

/** What is in a web archive, and what a page in it refers to. */
export interface WebArchive {
  /** The pages that it shows by itself. */
  readonly pages: readonly ArchivedText[];
  page(reference: string, base: string): ArchivedText | undefined;
  sheet(reference: string, base: string): ArchivedText | undefined;
}

type Kind = "page" | "sheet";

/** Where relative addresses begin in an archive that does not say where it was saved from. */
const NOWHERE = "thismessage:/";

/** Opens a web archive. */
export async function openArchive(bytes: Uint8Array, limits: MimeLimits): Promise<WebArchive> {
  const root = await openMime(bytes, limits);
  const texts = new Map<MimePart, ArchivedText>();
  const named = { page: new Map<string, ArchivedText>(), sheet: new Map<string, ArchivedText>() };
  const ends = { page: new Map<string, ArchivedText | null>(), sheet: new Map<string, ArchivedText | null>() };
  const open: MimePart[] = [root];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    open.push(...part.parts);
    const kind = kindOf(part);
    if (kind === null) continue;
    const names = namesOf(part);
    const text = textOf(part, kind, names[0] ?? NOWHERE);
    texts.set(part, text);
    for (const name of names) {
      named[kind].set(name, text);
      const end = lastOf(name);
      ends[kind].set(end, ends[kind].has(end) && ends[kind].get(end)?.text !== text.text ? null : text);
    }
  }
  const find =
    (kind: Kind) =>
    (reference: string, base: string): ArchivedText | undefined => {
      const name = addressOf(reference, base);
      return named[kind].get(name) ?? ends[kind].get(lastOf(name)) ?? undefined;
    };
  const pages = shownOf(root).flatMap((part) => texts.get(part) ?? []);
  return { pages, page: find("page"), sheet: find("sheet") };
}

function kindOf({ type, header }: MimePart): Kind | null {
  if (type === "text/html" || type === "application/xhtml+xml") return "page";
  return type === "text/css" || /\.css(?:[?#]|$)/i.test(header("content-location") ?? "") ? "sheet" : null;
}

/** The pages that a part shows: of alternatives the last one, of what belongs together the one that the rest belongs to. */
function shownOf(part: MimePart): readonly MimePart[] {
  if (kindOf(part) === "page") return [part];
  const shown = part.parts.map(shownOf).filter((pages) => pages.length > 0);
  if (part.type === "multipart/mixed") return shown.flat();
  if (part.type === "multipart/alternative") return shown.at(-1) ?? [];
  const start = part.parameter("start");
  const started = start === undefined ? undefined : part.parts.find(({ header }) => header("content-id")?.trim() === start);
  return started === undefined ? (shown[0] ?? []) : shownOf(started);
}

/** The names of a part in one spelling: its address, and that of its identifier. */
function namesOf({ header }: MimePart): readonly string[] {
  const place = header("content-location");
  const id = header("content-id")?.trim().replace(/^<|>$/g, "") ?? "";
  return [
    ...(place === undefined ? [] : [addressOf(plainHeader(place), plainHeader(header("content-base") ?? NOWHERE))]),
    ...(id === "" ? [] : [addressOf(`cid:${id}`, NOWHERE)]),
  ];
}

/** An address in full, in one spelling. */
function addressOf(reference: string, base: string): string {
  const plain = reference.trim().replaceAll("\\", "/");
  try {
    return decodeURI(new URL(plain, base).href).toLowerCase();
  } catch {
    return plain.toLowerCase();
  }
}

/** The last piece of an address: a part may be referred to from another place than that where it was saved. */
function lastOf(address: string): string {
  const [path = ""] = address.split(/[?#]/);
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The sign in place of what is missing. */
const MISSING = "\ufffd";

/** The address that a page states for what it refers to. */
const BASE = /<base\b[^>]{0,400}?\shref\s*=\s*["']?([^"'\s>]+)/i;

/** The text of a part. Where the file ends before a page does, its last figure may be part of one. */
function textOf({ bytes, parameter, isCut }: MimePart, kind: Kind, address: string): ArchivedText {
  const charset = parameter("charset");
  const { text, damaged } = decodeBytes(bytes, charset === undefined ? {} : { charset });
  if (kind === "sheet") return { base: address, text, damaged };
  const [, stated] = BASE.exec(text) ?? [];
  const base = stated === undefined ? address : addressOf(stated, address);
  const isWhole = !isCut || /<\/html\s*>\s*$/i.test(text);
  return isWhole ? { base, text, damaged } : { base, text: text.trimEnd() + MISSING, damaged: damaged + 1 };
}
