import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeCsv, escapeHtml, escapeMarkdown, printable } from "../../src/_internal/escape.js";
import { halfWidth, withoutSpaces } from "../../src/_internal/text.js";
import { amountToFen, fenToAmount } from "../../src/index.js";

describe("halfWidth", () => {
  it.each([
    ["３，５１１件", "3,511件"],
    ["（１）", "(1)"],
    ["a\u3000b\u00a0c\ufeffd", "a b c d"],
    ["Ａ～", "A~"],
  ])("%j → %j", (from, to) => {
    expect(halfWidth(from)).toBe(to);
  });

  it("never moves a position", { tags: "property" }, () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(halfWidth(text)).toHaveLength(text.length);
      }),
    );
  });

  it("withoutSpaces takes every kind of space out", () => {
    expect(withoutSpaces(" 总\u3000计\n\u200b\t")).toBe("总计");
  });
});

describe("escaping", () => {
  it.each([
    ["<script>alert('x')</script>&\"", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;"],
    ["a\u0000b\u202ec\ud800", "abc\ufffd"],
  ])("HTML %j → %j", (from, to) => {
    expect(escapeHtml(from)).toBe(to);
  });

  it("leaves nothing of markup in HTML, whatever the text", { tags: "property" }, () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/);
        expect(() => encodeURIComponent(printable(text))).not.toThrow();
      }),
    );
  });

  it("keeps a table cell in Markdown one cell", () => {
    expect(escapeMarkdown("a|b\n`c`")).toBe("a\\|b<br>\\`c\\`");
  });

  it.each([
    ["=cmd()", "'=cmd()"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@x", "'@x"],
    ["\t=1", "'\t=1"],
  ])("CSV guards the formula %j", (from, guarded) => {
    expect(escapeCsv(from).replace(/^"|"$/g, "")).toBe(guarded);
  });

  it.each([
    [null, ""],
    [-4, "-4"],
    ["文字", "文字"],
    ['a"b', '"a""b"'],
    ["a,b", '"a,b"'],
  ])("CSV writes %j as %j", (value, field) => {
    expect(escapeCsv(value)).toBe(field);
  });
});

describe("money", () => {
  it.each([
    ["0", 0],
    ["12.50", 12_500_000],
    ["38.09533", 38_095_330],
    ["96171.6", 96_171_600_000],
    ["0.000001", 1],
    ["999999999.999999", 999_999_999_999_999],
  ])("%s 万元 is %i fen", (amount, fen) => {
    expect(amountToFen(amount)).toBe(fen);
  });

  it.each(["", "1e3", "1,000", "-1", " 1", "01", "1.", ".5", "1.0000001", "1234567890", "１"])(
    "refuses %j, as the schema does",
    (amount) => {
      expect(() => amountToFen(amount)).toThrow(expect.objectContaining({ code: "money.notAmount" }));
      expect(() => amountToFen(amount, { language: "en" })).toThrow(/^An amount must be/);
    },
  );

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e15, -1e15, 1e21])("refuses %d fen", (fen) => {
    expect(() => fenToAmount(fen)).toThrow(expect.objectContaining({ code: "money.notFen" }));
    expect(() => fenToAmount(fen, { language: "en" })).toThrow(/whole number of fen/);
  });

  it("goes to fen and back", { tags: "property" }, () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (fen) => {
        const amount = fenToAmount(fen);
        expect(amount).not.toMatch(/\.$|\.\d*0$|e/);
        if (fen >= 0) expect(amountToFen(amount)).toBe(fen);
      }),
    );
  });
});
