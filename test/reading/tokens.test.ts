import { describe, expect, it } from "vitest";
import { readToken, type Token } from "../../src/reading/tokens.js";

const figure = (value: number | string, more: Partial<Extract<Token, { kind: "figure" }>> = {}): Token => ({
  kind: "figure",
  value,
  convertedFrom: null,
  spaced: false,
  ...more,
});
const blank: Token = { kind: "blank" };
const unreadable: Token = { kind: "unreadable" };
const mark = (sign: string): Token => ({ kind: "mark", mark: sign });

const counts: readonly (readonly [string, Token])[] = [
  ["0", figure(0)],
  ["3511", figure(3511)],
  ["007", figure(7)],
  ["３５１１", figure(3511)],
  ["３，５１１件", figure(3511)],
  ["3,511", figure(3511)],
  ["12,345,678", figure(12_345_678)],
  ["3519件", figure(3519)],
  ["3519 件", figure(3519)],
  ["3519（件）", figure(3519)],
  ["（件）", unreadable],
  [" 4\u00a0", figure(4)],
  ["1 110", figure(1110, { spaced: true })],
  ["1\u00a0110", figure(1110, { spaced: true })],
  ["[bookmark: _GoBack]12", figure(12)],
  ["4.0", figure(4)],
  ["1.2万件", figure(12_000, { convertedFrom: "万" })],
  ["900719925474万", figure(9_007_199_254_740_000, { convertedFrom: "万" })],
  ["900719925475万", unreadable],
  ["", blank],
  [" ", blank],
  ["\u00a0", blank],
  ["\u3000\u200b", blank],
  ["/", mark("/")],
  ["／", mark("/")],
  ["-", mark("-")],
  ["－", mark("-")],
  ["—", mark("—")],
  ["——", mark("——")],
  ["无", mark("无")],
  ["1,2", unreadable],
  ["1234,567", unreadable],
  ["1.5", unreadable],
  ["1.000", figure(1)],
  ["51.000", figure(51)],
  ["51.001", unreadable],
  ["30 20", unreadable],
  ["\u200f12\u200f", figure(12)],
  ["\u200f3519件", figure(3519)],
  ["\u2067 12 \u2069", figure(12)],
  ["\u200f1\u200f2", unreadable],
  ["1\u061c2", unreadable],
  ["\u20671 200\u2069", unreadable],
  ["\u200f无", mark("无")],
  ["\u200f", blank],
  ["3 2", unreadable],
  ["0 110", unreadable],
  ["1 110 20", unreadable],
  ["30\u00a020", unreadable],
  ["12 000 000", figure(12_000_000, { spaced: true })],
  ["1 110 件", figure(1110, { spaced: true })],
  ["1 2 3 4", figure(1234, { spaced: true })],
  ["5\u20091", figure(51, { spaced: true })],
  ["30\u200920", unreadable],
  ["5\u00ad1", figure(51)],
  ["\u200e51", figure(51)],
  ["51\ufe0f", figure(51)],
  ["\u202e15\u202c", figure(51)],
  ["1\u202e15\u202c", unreadable],
  ["-4", unreadable],
  ["约5500", unreadable],
  ["5500余件", unreadable],
  ["12^1", unreadable],
  ["1\n2", unreadable],
  ["1\t2", unreadable],
  ["1  2", unreadable],
  ["O", unreadable],
  ["99999999999999999999", unreadable],
  ["9007199254740993", unreadable],
  ["1e3", unreadable],
  ["0x10", unreadable],
  ["十二", unreadable],
  ["12%", unreadable],
  ["251000元", unreadable],
  [`${"9".repeat(400)}`, unreadable],
];

const changes: readonly (readonly [string, Token])[] = [
  ["0", figure(0)],
  ["14", figure(14)],
  ["+14", figure(14)],
  ["＋14", figure(14)],
  ["-4", figure(-4)],
  ["－4", figure(-4)],
  ["−4", figure(-4)],
  ["- 4", figure(-4)],
  ["减4", figure(-4)],
  ["减少4项", figure(-4)],
  ["增2", figure(2)],
  ["增加2", figure(2)],
  ["减0", figure(0)],
  ["-", mark("-")],
  ["增2减4", unreadable],
  ["增-4", unreadable],
  ["(4)", unreadable],
  ["+", unreadable],
];

const amounts: readonly (readonly [string, Token])[] = [
  ["0", figure("0")],
  ["38.09533", figure("38.09533")],
  ["12.50", figure("12.50")],
  ["12.50万元", figure("12.50")],
  ["96,171.6", figure("96171.6")],
  [".5", figure("0.5")],
  ["038.1", figure("38.1")],
  ["1.20000000", figure("1.200000")],
  ["251000元", figure("25.1", { convertedFrom: "元" })],
  ["251,000 元", figure("25.1", { convertedFrom: "元" })],
  ["0.01元", figure("0.000001", { convertedFrom: "元" })],
  ["25.1万", figure("25.1")],
  ["1.5亿", figure("15000", { convertedFrom: "亿" })],
  ["1.5亿元", figure("15000", { convertedFrom: "亿元" })],
  ["1.2345678", unreadable],
  ["0.001元", unreadable],
  ["元", unreadable],
  ["12.", unreadable],
  ["1.2.3", unreadable],
  ["-5", unreadable],
  ["1234567890", unreadable],
  ["无", mark("无")],
  ["", blank],
];

describe("readToken", () => {
  it.each(counts)("count %j", (raw, expected) => expect(readToken(raw, "count")).toEqual(expected));
  it.each(changes)("change %j", (raw, expected) => expect(readToken(raw, "change")).toEqual(expected));
  it.each(amounts)("amount %j", (raw, expected) => expect(readToken(raw, "amount")).toEqual(expected));

  it("reads an amount in the unit that its heading names, unless the cell names one", () => {
    expect(readToken("251000", "amount", "元")).toEqual(figure("25.1", { convertedFrom: "元" }));
    expect(readToken("25.1万元", "amount", "元")).toEqual(figure("25.1"));
  });

  it("never reads a negative zero", () => {
    const token = readToken("-0", "change");
    expect(token.kind === "figure" && Object.is(token.value, 0)).toBe(true);
  });
});
