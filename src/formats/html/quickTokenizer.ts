import { Token, Tokenizer, TokenizerMode } from "parse5";

/**
 * parse5's tokenizer takes a page sign by sign through one of seventy states. This one goes at once to the end of a stretch of
 * text, and to that of a tag that is written plainly, as nearly all are; everything else it leaves to parse5. The page has to be
 * written in one piece, and columns and errors are not kept.
 */
export class QuickTokenizer extends Tokenizer {
  /** Tags by what is written in them. Pages repeat theirs: elements whose tags are the same share their attributes. */
  readonly #tags = new Map<string, Tag | null>();

  protected override _stateData(sign: number): void {
    if (sign === LESS_THAN && this.#readTag()) return;
    super._stateData(sign);
    this.#passText(sign);
  }

  protected override _stateRawtext(sign: number): void {
    super._stateRawtext(sign);
    this.#passText(sign);
  }

  protected override _stateScriptData(sign: number): void {
    super._stateScriptData(sign);
    this.#passText(sign);
  }

  /** Adds to the current sign, if that is text, the text behind it: spaces to a space, others to another. */
  #passText(sign: number): void {
    const { preprocessor } = this;
    const { html, pos } = preprocessor;
    if (this.runEnd !== pos + 1) return;
    let end = pos + 1;
    if (isText(sign)) while (isText(html.charCodeAt(end))) end += 1;
    else if (sign === SPACE) while (html.charCodeAt(end) === SPACE) end += 1;
    preprocessor.pos = end - 1;
    this.runEnd = end;
  }

  /** Reads the tag that begins at the current sign; returns whether it could, else nothing has changed. */
  #readTag(): boolean {
    const { preprocessor } = this;
    const { html, pos } = preprocessor;
    const isEnd = html.charCodeAt(pos + 1) === SOLIDUS;
    const from = isEnd ? pos + 2 : pos + 1;
    // In foreign content parse5 changes the names of attributes.
    if (!isLetter(html.charCodeAt(from)) || this.inForeignNode) return false;
    const to = html.indexOf(">", from);
    const tag = to < 0 ? null : this.#tagOf(html.slice(from, to));
    if (tag === null || (isEnd && tag.attrs.length > 0)) return false;
    if (isEnd) this._createEndTagToken();
    else this._createStartTagToken();
    const token = this.currentToken;
    if (token?.type !== Token.TokenType.START_TAG && token?.type !== Token.TokenType.END_TAG) return false;
    token.tagName = tag.name;
    token.attrs = tag.attrs;
    preprocessor.pos = to;
    preprocessor.line += tag.lines;
    this.state = TokenizerMode.DATA;
    this.emitCurrentTagToken();
    return true;
  }

  #tagOf(text: string): Tag | null {
    let tag = this.#tags.get(text);
    if (tag === undefined) {
      tag = plainTag(text);
      this.#tags.set(text, tag);
    }
    return tag;
  }
}

interface Tag {
  readonly name: string;
  readonly attrs: Token.Attribute[];
  /** How many lines end in it. */
  readonly lines: number;
}

/**
 * Tags that are left to parse5. It changes attributes of some; those of others are read as text, which may be kept and must not
 * keep the page that it would be a part of.
 */
const LEFT: ReadonlySet<string> = new Set("html body svg math mglyph malignmark meta input option optgroup".split(" "));

/** Most attributes of a plain tag: each is compared with all before. */
const MOST_ATTRIBUTES = 16;

/** The tag with what is written in it, `null` unless its attributes are plain: with a value, each another, without references. */
function plainTag(text: string): Tag | null {
  const nameEnd = endOfName(text, 0);
  const tagName = text.slice(0, nameEnd).toLowerCase();
  if (LEFT.has(tagName)) return null;
  const attrs: Token.Attribute[] = [];
  let lines = 0;
  for (let at = nameEnd; attrs.length <= MOST_ATTRIBUTES; ) {
    const before = at;
    for (let sign = text.charCodeAt(at); sign === SPACE || sign === LINE_FEED; sign = text.charCodeAt(at)) {
      if (sign === LINE_FEED) lines += 1;
      at += 1;
    }
    if (at === text.length) return { name: tagName, attrs, lines };
    const equals = endOfName(text, at);
    const name = text.slice(at, equals).toLowerCase();
    if (at === before || name === "" || text.charCodeAt(equals) !== EQUALS) return null;
    if (attrs.some((other) => other.name === name)) return null;
    const quote = text.charCodeAt(equals + 1);
    const isQuoted = quote === QUOTATION_MARK || quote === APOSTROPHE;
    const start = isQuoted ? equals + 2 : equals + 1;
    let end = isQuoted ? start : endOfName(text, start);
    if (isQuoted) {
      for (let sign = text.charCodeAt(end); sign !== quote; sign = text.charCodeAt(end)) {
        if (!isValue(sign)) return null;
        if (sign === LINE_FEED) lines += 1;
        end += 1;
      }
    } else if (end === start) return null;
    attrs.push({ name, value: text.slice(start, end) });
    at = isQuoted ? end + 1 : end;
  }
  return null;
}

function endOfName(html: string, from: number): number {
  let end = from;
  while (isOfName(html.charCodeAt(end))) end += 1;
  return end;
}

const LINE_FEED = 0x0a;
const SPACE = 0x20;
const QUOTATION_MARK = 0x22;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const SOLIDUS = 0x2f;
const ZERO = 0x30;
const COLON = 0x3a;
const LESS_THAN = 0x3c;
const EQUALS = 0x3d;

/** Whether a unit of UTF-16 is a whole sign. Behind the end of a page there is `NaN`, for which every comparison fails. */
const isWhole = (sign: number): boolean => sign < 0xd800 || (sign > 0xdfff && sign <= 0xffff);
const isText = (sign: number): boolean => sign > SPACE && sign !== LESS_THAN && sign !== AMPERSAND && isWhole(sign);
/** Whether a sign stands for itself in a value. A carriage return stands for a line feed, or for nothing. */
const isValue = (sign: number): boolean => (sign >= SPACE || sign === LINE_FEED) && sign !== AMPERSAND && isWhole(sign);
const isLetter = (sign: number): boolean => (sign >= 0x61 && sign <= 0x7a) || (sign >= 0x41 && sign <= 0x5a);
const isOfName = (sign: number): boolean => isLetter(sign) || (sign >= ZERO && sign <= COLON) || sign === HYPHEN;
