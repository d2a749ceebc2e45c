import type { Package } from "../office/parts.js";
import { attributeOf, childOf, elementsOf, textOf, type XmlElement } from "../office/xml.js";
import { OBJECT } from "../raisedText.js";

/**
 * A text in which content controls bound to data of the file show that data, as Word does when it opens the file.
 * Programs without support for bindings show the text itself; where both differ, the value is marked as unreadable.
 */
export function withBoundValues(body: XmlElement, document: Package): XmlElement {
  let stores: readonly Store[] | null = null;
  const storesOf = (): readonly Store[] => {
    stores ??= readStores(document);
    return stores;
  };
  const visit = (element: XmlElement): XmlElement => {
    const binding = element.name === "w:sdt" ? bindingOf(element) : undefined;
    const bound = binding === undefined ? element : shown(element, binding, storesOf());
    let changed = bound !== element;
    const children = bound.children.map((child) => {
      if (typeof child === "string") return child;
      const own = visit(child);
      changed ||= own !== child;
      return own;
    });
    return changed ? { ...bound, children } : element;
  };
  return visit(body);
}

/** Data that text may be bound to, by their id. Asking for a value costs the same however many there are. */
interface Store {
  readonly id: string;
  readonly valueAt: (steps: readonly Step[]) => string | null;
}

/** Longest value that is inserted; longer texts do not occur in a table or a title. */
const MAX_VALUE = 1_000;

/** The document properties, which controls may be bound to. */
const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ["core-properties", "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"],
  ["extended-properties", "{6668398D-A668-4E3E-A5EB-62B293D839F1}"],
]);

function readStores(document: Package): readonly Store[] {
  const stores: Store[] = [];
  const add = (id: string | undefined, part: string): void => {
    const root = document.xml(part);
    if (root !== null && id !== undefined) stores.push({ id: id.toUpperCase(), valueAt: valuesOf(root) });
  };
  for (const { type, part } of document.relationships("")) add(PROPERTIES.get(type), part);
  for (const { type, part } of document.relationships(document.main)) {
    if (type !== "customXml") continue;
    const properties = document.relationships(part).find((own) => own.type === "customXmlProps")?.part;
    const root = properties === undefined ? null : document.xml(properties);
    add(attributeOf(root ?? undefined, "ds:itemID") ?? "", part);
  }
  return stores;
}

function bindingOf(control: XmlElement): XmlElement | undefined {
  const properties = childOf(control, "w:sdtPr");
  return childOf(properties, "w:dataBinding") ?? childOf(properties, "w15:dataBinding");
}

/** A control as it is shown where it is bound. */
function shown(control: XmlElement, binding: XmlElement, stores: readonly Store[]): XmlElement {
  const id = attributeOf(binding, "w:storeItemID")?.toUpperCase();
  const steps = stepsOf(attributeOf(binding, "w:xpath") ?? "");
  const asked = stores.filter((store) => id === undefined || store.id === id);
  if (asked.length === 0) return control;
  if (steps === null) return marked(control);
  const value = asked.map(({ valueAt }) => valueAt(steps)).find((found) => found !== null);
  if (value === undefined || value === null) return control;
  if (value.length > MAX_VALUE) return marked(control);
  const properties = childOf(control, "w:sdtPr");
  const content = childOf(control, "w:sdtContent");
  const prompt = childOf(properties, "w:showingPlcHdr");
  const stated = prompt === undefined && content !== undefined ? writtenIn(content) : "";
  if (childOf(properties, "w15:repeatingSection") !== undefined) return control;
  if (binding.name === "w15:dataBinding") return isAlike(markupText(value), stated) ? control : marked(control);
  if (childOf(properties, "w:picture") !== undefined || childOf(properties, "w14:checkbox") !== undefined) return control;
  const text = displayed(value, properties);
  if (isAlike(text, stated) || (childOf(properties, "w:date") !== undefined && saysDate(stated, text))) return control;
  return {
    ...control,
    children: control.children.map((child) => {
      if (typeof child === "string") return child;
      if (child.name === "w:sdtContent") return filled(child, text + OBJECT);
      return child.name === "w:sdtPr" ? { ...child, children: child.children.filter((own) => own !== prompt) } : child;
    }),
  };
}

/** A step of a path: an element by its name, and which of those of the name; or an attribute. */
interface Step {
  readonly name: string;
  readonly index: number;
  readonly attribute: boolean;
}

const STEP = /^(@?)(?:[\w.-]{1,64}:)?([\p{L}_][\p{L}\p{N}_.-]{0,255})(?:\[(\d{1,6})\])?$/u;

/** Most steps of a path. */
const MAX_STEPS = 64;

/** The steps of a path as programs write them; `null` for any other. */
function stepsOf(path: string): readonly Step[] | null {
  const texts = path.replace(/\/text\(\)(?:\[1\])?$/, "").split("/");
  if (texts[0] !== "" || texts.length < 2 || texts.length > MAX_STEPS) return null;
  const steps = texts.slice(1).map((text): Step | null => {
    const [, at = "", name, index = "1"] = STEP.exec(text) ?? [];
    return name === undefined ? null : { name, index: Number(index), attribute: at !== "" };
  });
  return steps.every((step) => step !== null) ? steps : null;
}

/** Finds the text at a path; `null` if the path does not exist. */
function valuesOf(root: XmlElement): Store["valueAt"] {
  const children = new Map<XmlElement, ReadonlyMap<string, readonly XmlElement[]>>();
  const texts = new Map<XmlElement, string>();
  const named = (parent: XmlElement, name: string): readonly XmlElement[] => {
    const known = children.get(parent) ?? byName(elementsOf(parent));
    children.set(parent, known);
    return known.get(name) ?? [];
  };
  return ([first, ...rest]) => {
    if (first === undefined || bare(root.name) !== first.name || first.index !== 1) return null;
    let at = root;
    for (const { name, index, attribute } of rest) {
      if (attribute) return attributeOf(at, `:${name}`) ?? null;
      const next = named(at, name)[index - 1];
      if (next === undefined) return null;
      at = next;
    }
    const text = texts.get(at) ?? allText(at);
    texts.set(at, text);
    return text;
  };
}

function byName(elements: readonly XmlElement[]): ReadonlyMap<string, readonly XmlElement[]> {
  const groups = new Map<string, XmlElement[]>();
  for (const element of elements) {
    const group = groups.get(bare(element.name)) ?? [];
    group.push(element);
    groups.set(bare(element.name), group);
  }
  return groups;
}

function bare(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function allText(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : allText(child))).join("");
}

/** The content of a control. */
function writtenIn(element: XmlElement): string {
  if (element.name === "w:t") return textOf(element);
  return elementsOf(element).map(writtenIn).join("");
}

/** The text of a document that is written as the text of data. */
function markupText(value: string): string {
  return [...value.matchAll(/<w:t(?:\s[^<>]{0,200})?>([^<]*)/g)].map(([, text = ""]) => text).join("");
}

function isAlike(one: string, other: string): boolean {
  return one.replace(/\s/g, "") === other.replace(/\s/g, "");
}

/** How a control shows a value: a list by its display text, a date by its day. */
function displayed(value: string, properties: XmlElement | undefined): string {
  const list = childOf(properties, "w:dropDownList") ?? childOf(properties, "w:comboBox");
  const item = (list === undefined ? [] : elementsOf(list)).find((own) => attributeOf(own, "w:value") === value);
  if (item !== undefined) return attributeOf(item, "w:displayText") ?? value;
  const [, year, month, day] = (childOf(properties, "w:date") === undefined ? null : DATE.exec(value)) ?? [];
  return year === undefined ? value : `${year}年${Number(month)}月${Number(day)}日`;
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)/;

/** Whether a text names the same day, in any order and form; one without digits is taken to name it in words. */
function saysDate(text: string, day: string): boolean {
  const numbers = (of: string): ReadonlySet<number> => new Set((of.match(/\d{1,4}/g) ?? []).map(Number));
  const stated = numbers(text);
  return text !== "" && (stated.size === 0 || [...numbers(day)].every((number) => stated.has(number)));
}

/** Content that shows a text: in its first run, or in a new run. */
function filled(content: XmlElement, text: string): XmlElement {
  let left: string | null = text;
  const visit = (element: XmlElement): XmlElement => {
    if (element.name === "w:t") {
      const own = left ?? "";
      left = null;
      return { ...element, children: [own] };
    }
    const children = element.children.map((child) => (typeof child === "string" ? child : visit(child)));
    return { ...element, children };
  };
  const whole = visit(content);
  return left === null ? whole : (withRun(whole, text) ?? { ...whole, children: [...whole.children, run(text)] });
}

/** An element with a run in the first paragraph of it; `null` where it has none. */
function withRun(element: XmlElement, text: string): XmlElement | null {
  if (element.name === "w:p") return { ...element, children: [...element.children, run(text)] };
  for (const [i, child] of element.children.entries()) {
    const own = typeof child === "string" ? null : withRun(child, text);
    if (own !== null) return { ...element, children: element.children.map((other, at) => (at === i ? own : other)) };
  }
  return null;
}

function run(text: string): XmlElement {
  return { name: "w:r", attributes: {}, children: [{ name: "w:t", attributes: {}, children: [text] }] };
}

/** A control whose displayed value is unknown: its figures are unreadable. */
function marked(element: XmlElement): XmlElement {
  if (element.name === "w:t")
    return /\d/.test(textOf(element)) ? { ...element, children: [...element.children, OBJECT] } : element;
  const children = element.children.map((child) => (typeof child === "string" ? child : marked(child)));
  return { ...element, children };
}
