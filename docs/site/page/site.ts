/**
 * What a page does by itself: the search, and the contents folded where there is little room.
 */
import MiniSearch from "minisearch";
import type { Found } from "../found.js";
import { folded, foldedInPlace, wordsOfPage, wordsSought } from "../words.js";

const SHOWN = 12;
/** How much of a text is shown around what was found in it. */
const AROUND = 36;

interface Searchable {
  readonly records: readonly Found[];
  readonly index: MiniSearch;
}

/** The root of the site: this script lies in a folder below it. */
const ROOT = new URL("..", document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href).href;

const chinese = document.documentElement.lang === "zh-CN";
const t = (zh: string, en: string): string => (chinese ? zh : en);

let loading: Promise<Searchable> | null = null;

/** What there is to be found, fetched when it is first asked for. */
function searchable(): Promise<Searchable> {
  loading ??= new Promise<void>((settle, fail) => {
    const script = document.createElement("script");
    script.src = `${ROOT}assets/search.${chinese ? "zh" : "en"}.js`;
    script.onload = () => settle();
    script.onerror = () => fail(new Error(script.src));
    document.head.append(script);
  }).then(() => {
    const records = globalThis.siteRecords ?? [];
    const index = new MiniSearch({ fields: ["page", "heading", "text"], tokenize: wordsOfPage, processTerm: (term) => term });
    index.addAll(records.map((record, id) => ({ id, ...record })));
    return { records, index };
  });
  return loading;
}

/** What fits a query best. Where its words stand together as they were typed comes before where they are strewn. */
function search({ records, index }: Searchable, query: string): readonly Found[] {
  const hits = index.search(query, {
    tokenize: wordsSought,
    combineWith: "AND",
    prefix: true,
    fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 1 : false),
    boost: { page: 4, heading: 3 },
  });
  const sought = folded(query).trim();
  const together = ({ page, heading, text }: Found): boolean => folded(`${page}\n${heading}\n${text}`).includes(sought);
  const all = hits.flatMap(({ id }) => records[id] ?? []);
  return [...all.filter(together), ...all.filter((one) => !together(one))].slice(0, SHOWN);
}

/** A piece of a text around the first place where a query, or else its longest word, stands in it. */
function excerpt(text: string, query: string): readonly [before: string, hit: string, after: string] {
  const plain = foldedInPlace(text);
  const wanted = [folded(query).trim(), ...folded(query).split(/\s+/), ...wordsSought(query)].find(
    (word) => word !== "" && plain.includes(word),
  );
  if (wanted === undefined) return [text.slice(0, 2 * AROUND), "", ""];
  const at = plain.indexOf(wanted);
  const from = Math.max(0, at - AROUND);
  return [
    (from === 0 ? "" : "…") + text.slice(from, at),
    text.slice(at, at + wanted.length),
    text.slice(at + wanted.length, at + wanted.length + AROUND),
  ];
}

function element(name: string, ...inside: readonly string[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...inside);
  return made;
}

/** A line of what was found: a link that is chosen as an option of a list. */
function line({ href, page, heading, text }: Found, query: string, id: string): HTMLElement {
  const [before, hit, after] = excerpt(text, query);
  const link = document.createElement("a");
  // A browser that knows how goes to the words themselves.
  const goesToWords = "fragmentDirective" in document && hit !== "";
  const words = `${href.includes("#") ? "" : "#"}:~:text=${encodeURIComponent(hit).replaceAll("-", "%2D")}`;
  link.href = ROOT + href + (goesToWords ? words : "");
  link.id = id;
  link.tabIndex = -1;
  link.setAttribute("role", "option");
  link.setAttribute("aria-selected", "false");
  const around = element("small", before);
  around.append(element("mark", hit), after);
  link.append(element("b", page), heading === "" ? "" : ` › ${heading}`, around);
  return link;
}

function startSearch(form: HTMLElement): void {
  const input = form.querySelector("input");
  const box = form.querySelector<HTMLElement>(".found");
  const list = form.querySelector("[role=listbox]");
  const says = form.querySelector("[role=status]");
  if (input === null || box === null || list === null || says === null) return;
  form.hidden = false;
  let chosen = -1;
  const show = (open: boolean): void => {
    box.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
  };
  const choose = (to: number): void => {
    const items = [...list.children];
    chosen = items.length === 0 ? -1 : (to + items.length) % items.length;
    for (const [i, item] of items.entries()) item.setAttribute("aria-selected", String(i === chosen));
    const item = items[chosen];
    if (item === undefined) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", item.id);
    item?.scrollIntoView({ block: "nearest" });
  };
  const look = async (): Promise<void> => {
    const query = input.value;
    if (query.trim() === "") return show(false);
    const hits = await searchable().then(
      (all) => search(all, query),
      () => null,
    );
    // Meanwhile something else may have been typed.
    if (query !== input.value) return;
    list.replaceChildren(...(hits ?? []).map((hit, i) => line(hit, query, `found-${i}`)));
    says.textContent =
      hits === null
        ? t("搜索数据不能读取。", "The data of the search cannot be read.")
        : hits.length === 0
          ? t(`没有找到“${query}”。`, `Nothing found for “${query}”.`)
          : t(`找到${hits.length}处`, `${hits.length} found`);
    choose(0);
    show(true);
  };
  input.addEventListener("input", () => void look());
  input.addEventListener("focus", () => void searchable().catch(() => undefined));
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    else if (event.key === "Enter") document.getElementById(`found-${chosen}`)?.click();
    else if (event.key === "Escape") show(false);
    else return;
    event.preventDefault();
  });
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) show(false);
  });
  // A link of the list keeps the focus where it is until it was followed.
  box.addEventListener("mousedown", (event) => event.preventDefault());
  box.addEventListener("click", () => show(false));
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement;
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });
}

const form = document.querySelector<HTMLElement>(".search");
if (form !== null) startSearch(form);

const contents = document.querySelector<HTMLDetailsElement>(".contents");
if (contents !== null && window.matchMedia("(max-width: 899px)").matches) contents.open = false;
contents?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
