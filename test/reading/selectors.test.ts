import { describe, expect, it } from "vitest";
import { PageElement, parseHtml } from "../../src/formats/html/parseHtml.js";
import { isMatch, readSelector, type Siblings, type Subjects, siblingsOf, subjectOf } from "../../src/formats/html/selector.js";

/** The elements of a page that have an id, and the page as selectors see it; `steps` counts what is looked at. */
function made(html: string): { readonly elements: readonly PageElement[]; readonly page: Subjects; steps: number } {
  const elements: PageElement[] = [];
  const collect = (nodes: readonly unknown[]): void => {
    for (const node of nodes) {
      if (!(node instanceof PageElement)) continue;
      if (node.attrs.some(({ name }) => name === "id")) elements.push(node);
      collect(node.childNodes);
    }
  };
  collect(parseHtml(html).document.childNodes);
  const families = new Map<unknown, Siblings>();
  const result = {
    elements,
    steps: 0,
    page: {
      of: (element: PageElement) => subjectOf(element, false),
      beside: (element: PageElement) => {
        const known = families.get(element.parentNode) ?? siblingsOf(element);
        families.set(element.parentNode, known);
        return known;
      },
      step: (steps: number) => {
        result.steps += steps;
      },
    },
  };
  return result;
}

/** The ids of the elements that a selector holds for, as `querySelectorAll` of a browser gives them. */
function chosen(written: string, html: string): string {
  const { elements, page } = made(html);
  const selector = readSelector(written, false);
  if (selector === null || selector === "never" || selector.perhaps) throw new TypeError(`not read: ${written}`);
  return elements
    .filter((element) => isMatch(page.of(element), selector, page))
    .map(({ attrs }) => attrs.find(({ name }) => name === "id")?.value)
    .join(" ");
}

const LIST = "text<p id=1>a</p><!-- --><p id=2 class=x>b</p><i id=3></i><p id=4>c</p><i id=5> </i><p id=6><b id=7>d</b></p>";

describe("where an element stands among its siblings", () => {
  it.each([
    ["p:first-child", "1"],
    ["p:last-child", "6"],
    ["i:first-child", ""],
    ["i:first-of-type", "3"],
    ["i:last-of-type", "5"],
    ["b:only-child", "7"],
    ["p:only-child", ""],
    ["b:only-of-type", "7"],
    ["div > :nth-child(odd)", "1 3 5"],
    ["div > :nth-child(EVEN)", "2 4 6"],
    ["div > :nth-child(3)", "3"],
    ["div > :nth-child(2n)", "2 4 6"],
    ["div > :nth-child(2n + 1)", "1 3 5"],
    ["div > :nth-child(3n-1)", "2 5"],
    ["div > :nth-child(n+5)", "5 6"],
    ["div > :nth-child(-n+2)", "1 2"],
    ["div > :nth-child(-2n+5)", "1 3 5"],
    ["div > :nth-child(n)", "1 2 3 4 5 6"],
    ["div > :nth-child(0n+2)", "2"],
    ["div > :nth-child(-1)", ""],
    ["div > :nth-last-child(2)", "5"],
    ["p:nth-of-type(2)", "2"],
    ["p:nth-of-type(n+3)", "4 6"],
    ["p:nth-last-of-type(1)", "6"],
    ["p:not(:first-child)", "2 4 6"],
    [":is(p, i):nth-child(3)", "3"],
    ["i:empty", "3"],
    ["i:not(:empty)", "5"],
  ])("%s", (written, ids) => {
    expect(chosen(written, `<div>${LIST}</div>`)).toBe(ids);
  });

  it.each([
    ["p + i", "3 5"],
    ["i + p", "4 6"],
    ["p+p", "2"],
    [".x ~ p", "4 6"],
    ["i ~ i", "5"],
    [".x ~ p b", "7"],
    [".x + i + p", "4"],
    ["p ~ .x + i ~ p > b", "7"],
    ["b + b", ""],
    ["section + div > p.x", "2"],
    ["section ~ div ~ p", ""],
  ])("%s", (written, ids) => {
    expect(chosen(written, `<section></section><div>${LIST}</div>`)).toBe(ids);
  });

  it.each([":nth-child(2 of .x)", ":checked", ":has(p)"])("%s only may hold", (written) => {
    expect(readSelector(written, false)).toMatchObject({ perhaps: true, strange: false });
  });

  it.each([":nth-child(x)", ":nth-child()", ":nth-child"])("%s may be none", (written) => {
    expect(readSelector(written, false)).toMatchObject({ strange: true });
  });

  it("is found in steps that grow with the page, whatever stands before", () => {
    const stepsFor = (count: number): number => {
      const all = made(`<div>${"<p id=a>".repeat(count)}</div>`);
      const selector = readSelector("i ~ p", false);
      if (selector === null || selector === "never") throw new TypeError("not read");
      for (const element of all.elements) isMatch(all.page.of(element), selector, all.page);
      return all.steps;
    };
    expect(stepsFor(2_000)).toBeLessThan(stepsFor(1_000) * 2.1);
  });
});
