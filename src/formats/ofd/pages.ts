import type { Language, Sentence } from "../../findings/finding.js";
import { formatError } from "../messages.js";
import { attributeOf, textOf, type XmlElement } from "../office/xml.js";
import { after, boxIn, type Matrix } from "../page/geometry.js";
import type { Page } from "../page/page.js";
import { Comparisons, checkLimit } from "../page/pageLimits.js";
import { boundsOf, ContentReader, cornerOf, isHidden } from "./content.js";
import { numbersOf } from "./items.js";
import { childrenOf, firstOf, OfdPackage, textIn } from "./package.js";
import { Resources } from "./resources.js";

/** Points in a millimetre, which OFD measures in. */
const POINTS = 72 / 25.4;

/** Size of a page that states none: A4. */
const A4: Area = { x: 0, y: 0, width: 210, height: 297 };

/** Annotations that are marks over a page, no part of its text. */
const MARKS: ReadonlySet<string> = new Set(["Watermark", "Stamp"]);

/** What an OFD file holds. */
export interface OfdContent {
  readonly pages: readonly Page[];
  /** Whether any of its documents is signed. */
  readonly signed: boolean;
}

/** The pages of all documents in an OFD file, one after the other. */
export function ofdPages(bytes: Uint8Array, language: Language): OfdContent {
  const files = new OfdPackage(bytes, language);
  const main = files.named("OFD.xml", "");
  if (main === null) throw formatError("format.corrupt", { reason: noMain }, language);
  const pages: Page[] = [];
  let signed = false;
  const comparisons = new Comparisons(language);
  for (const body of childrenOf(main.root, "DocBody")) {
    if (firstOf(body, "Signatures") !== undefined) signed = true;
    const document = files.named(currentRoot(files, body, main.name) ?? textIn(body, "DocRoot"), main.name);
    if (document === null) continue;
    pages.push(...new DocumentReader(files, document, comparisons, language).pages(pages.length));
  }
  if (pages.length === 0) throw formatError("format.corrupt", { reason: noMain }, language);
  return { pages, signed };
}

/** Where the current one of several versions of a document begins. */
function currentRoot(files: OfdPackage, body: XmlElement, from: string): string | undefined {
  const current = childrenOf(firstOf(body, "Versions"), "Version").find((version) => attributeOf(version, "Current") === "true");
  const file = current === undefined ? null : files.named(attributeOf(current, "BaseLoc"), from);
  return file === null ? undefined : textIn(file.root, "DocRoot");
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An XML file of the container. */
interface NamedFile {
  readonly name: string;
  readonly root: XmlElement;
}

class DocumentReader {
  readonly #files: OfdPackage;
  readonly #name: string;
  readonly #root: XmlElement;
  readonly #comparisons: Comparisons;
  readonly #language: Language;
  readonly #templates = new Map<string, NamedFile>();
  readonly #resources = new Resources();
  readonly #annotations = new Map<string, NamedFile>();

  constructor(files: OfdPackage, { name, root }: NamedFile, comparisons: Comparisons, language: Language) {
    this.#files = files;
    this.#name = name;
    this.#root = root;
    this.#comparisons = comparisons;
    this.#language = language;
  }

  /** The pages of the document, behind so many of others. */
  pages(before: number): readonly Page[] {
    const pages: Page[] = [];
    const common = firstOf(this.#root, "CommonData");
    for (const name of ["PublicRes", "DocumentRes"])
      for (const location of childrenOf(common, name)) this.#addResources(location, this.#name);
    for (const template of childrenOf(common, "TemplatePage")) {
      const file = this.#files.named(attributeOf(template, "BaseLoc"), this.#name);
      if (file !== null) this.#templates.set(attributeOf(template, "ID") ?? "", file);
    }
    this.#addAnnotations();
    const area = areaOf(firstOf(common, "PageArea")) ?? A4;
    for (const entry of childrenOf(firstOf(this.#root, "Pages"), "Page")) {
      const number = before + pages.length + 1;
      checkLimit("pages", number, this.#language);
      const file = this.#files.named(attributeOf(entry, "BaseLoc"), this.#name);
      if (file === null) throw formatError("format.corrupt", { reason: noPage }, this.#language);
      pages.push(this.#page(file, attributeOf(entry, "ID") ?? "", area, number));
    }
    return this.#resources.glyphs.withoutDoubtful(pages);
  }

  #addResources(location: XmlElement, from: string): void {
    this.#resources.add(this.#files.named(textOf(location).trim(), from)?.root);
  }

  #addAnnotations(): void {
    const list = this.#files.named(textIn(this.#root, "Annotations"), this.#name);
    if (list === null) return;
    for (const page of childrenOf(list.root, "Page")) {
      const file = this.#files.named(textIn(page, "FileLoc"), list.name);
      if (file !== null) this.#annotations.set(attributeOf(page, "PageID") ?? "", file);
    }
  }

  #page(file: NamedFile, id: string, common: Area, number: number): Page {
    for (const location of childrenOf(file.root, "PageRes")) this.#addResources(location, file.name);
    const uses = childrenOf(file.root, "Template").flatMap((use) => {
      const template = this.#templates.get(attributeOf(use, "TemplateID") ?? "");
      return template === undefined ? [] : [{ template, above: attributeOf(use, "ZOrder") === "Foreground" }];
    });
    const templates = uses.map(({ template }) => template);
    const area =
      areaOf(firstOf(file.root, "Area")) ??
      templates.map(({ root }) => areaOf(firstOf(root, "Area"))).find((own) => own !== null) ??
      common;
    const shown: Matrix = { a: POINTS, b: 0, c: 0, d: POINTS, e: -area.x * POINTS, f: -area.y * POINTS };
    const stated = firstOf(file.root, "Area") ?? firstOf(firstOf(this.#root, "CommonData"), "PageArea");
    const part = areaOf(stated, "ApplicationBox") ?? area;
    const size = {
      width: area.width * POINTS,
      height: area.height * POINTS,
      shown: boxIn(shown, [part.x, part.y, part.x + part.width, part.y + part.height]),
    };
    const reader = new ContentReader(this.#resources, size, this.#comparisons, this.#language);
    const below = uses.flatMap(({ template, above }) => (above ? [] : [template]));
    const above = uses.flatMap((use) => (use.above ? [use.template] : []));
    for (const { root } of [...below, file, ...above]) reader.addLayers(childrenOf(firstOf(root, "Content"), "Layer"), shown);
    for (const annotation of childrenOf(this.#annotations.get(id)?.root, "Annot")) {
      const appearance = firstOf(annotation, "Appearance");
      if (appearance === undefined || isHidden(annotation)) continue;
      // What is not printed is on some views of the page only, as a watermark is.
      const isMark = MARKS.has(attributeOf(annotation, "Type") ?? "") || attributeOf(annotation, "Print") === "false";
      reader.addAppearance(appearance, after(shown, cornerOf(boundsOf(appearance))), isMark);
    }
    return reader.page(number);
  }
}

function areaOf(area: XmlElement | undefined, box = "PhysicalBox"): Area | null {
  const [x = 0, y = 0, width = 0, height = 0] = numbersOf(textIn(area, box));
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

const noMain: Sentence = { zh: "OFD中没有文档", en: "the OFD file has no document" };
const noPage: Sentence = { zh: "OFD缺少页面文件", en: "the OFD file lacks the file of a page" };
