import { strToU8, zipSync } from "fflate";
import type { Page } from "../../src/pdf.js";

/** Ways in which producers of OFD write the same pages. */
export const ofdDialects = [
  "runs counted with g",
  "one object a character, in a template",
  "differences written out, CTM, capitals",
] as const;
export type OfdDialect = (typeof ofdDialects)[number];

const MM = 25.4 / 72;
const n = (points: number): string => (points * MM).toFixed(4);
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The pages as an OFD file: texts and lines as text and path objects, in millimetres. */
export function ofdFile(pages: readonly Page[], dialect: OfdDialect): Uint8Array {
  const template = dialect === "one object a character, in a template";
  const capitals = dialect === "differences written out, CTM, capitals";
  const files: Record<string, string> = {};
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  files[capitals ? "ofd.XML" : "OFD.xml"] =
    `${head}<ofd:OFD ${ns} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>${capitals ? "/DOC_0/Document.xml" : "Doc_0/Document.xml"}</ofd:DocRoot></ofd:DocBody></ofd:OFD>`;
  const templates = template
    ? pages.map((_, i) => `<ofd:TemplatePage ID="${900 + i}" BaseLoc="Tpls/Tpl_${i}/Content.xml"/>`).join("")
    : "";
  const list = pages
    .map((_, i) => `<ofd:Page ID="${100 + i}" BaseLoc="${capitals ? "../Doc_0/" : ""}Pages/Page_${i}/Content.xml"/>`)
    .join("");
  files["Doc_0/Document.xml"] =
    `${head}<ofd:Document ${ns}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${templates}</ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`;
  pages.forEach((page, i) => {
    const area = `<ofd:Area><ofd:PhysicalBox>0 0 ${n(page.width)} ${n(page.height)}</ofd:PhysicalBox></ofd:Area>`;
    const lines = page.lines.map((line, k) => lineObject(line, k, capitals)).join("");
    const texts = template
      ? page.texts.map((text, k) => textObject([text], k, false)).join("")
      : runsOf(page)
          .map((run, k) => textObject(run, k, capitals))
          .join("");
    if (template)
      files[`Doc_0/Tpls/Tpl_${i}/Content.xml`] =
        `${head}<ofd:Page ${ns}>${area}<ofd:Content><ofd:Layer ID="1">${lines}</ofd:Layer></ofd:Content></ofd:Page>`;
    const use = template ? `<ofd:Template TemplateID="${900 + i}" ZOrder="Background"/>` : "";
    const body = template ? texts : `<ofd:PageBlock ID="3">${lines}</ofd:PageBlock>${texts}`;
    files[`Doc_0/Pages/Page_${i}/Content.xml`] =
      `${head}<ofd:Page ${ns}>${area}${use}<ofd:Content><ofd:Layer ID="2">${body}</ofd:Layer></ofd:Content></ofd:Page>`;
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

function lineObject({ from, to }: Page["lines"][number], id: number, filled: boolean): string {
  const [x, y] = [Math.min(from[0], to[0]), Math.min(from[1], to[1])];
  const [w, h] = [Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])];
  if (!filled)
    return `<ofd:PathObject ID="${id}" Boundary="${n(x)} ${n(y)} ${n(w)} ${n(h)}" LineWidth="0.25"><ofd:AbbreviatedData>M 0 0 L ${n(w)} ${n(h)} </ofd:AbbreviatedData></ofd:PathObject>`;
  const [width, height] = [Math.max(w, 0.5), Math.max(h, 0.5)];
  return `<ofd:PathObject ID="${id}" Stroke="false" Fill="true" Boundary="${n(x)} ${n(y)} ${n(width)} ${n(height)}"><ofd:AbbreviatedData>S 0 0 L ${n(width)} 0 L ${n(width)} ${n(height)} L 0 ${n(height)} C</ofd:AbbreviatedData></ofd:PathObject>`;
}

type Texts = Page["texts"];

/** Characters that follow one another on a line, in the order in which they were drawn. */
function runsOf({ texts }: Page): readonly Texts[] {
  const runs: Texts[number][][] = [];
  for (const text of texts) {
    const last = runs[runs.length - 1];
    const before = last?.[last.length - 1];
    const follows =
      before !== undefined &&
      before.baseline === text.baseline &&
      before.size === text.size &&
      text.box[0] > before.box[0] &&
      text.box[0] - before.box[2] < 2;
    if (last !== undefined && follows) last.push(text);
    else runs.push([text]);
  }
  return runs;
}

function textObject(run: Texts, id: number, capitals: boolean): string {
  const [first] = run;
  if (first === undefined) return "";
  const [x, y] = [first.box[0], (first.baseline ?? first.box[3]) - first.size];
  const deltas = run.slice(1).map((text, i) => n(text.box[0] - (run[i]?.box[0] ?? 0)));
  const scale = capitals ? 2 : 1;
  const written = capitals ? deltas.map((delta) => (Number(delta) / scale).toFixed(4)) : counted(deltas);
  const delta = written.length === 0 ? "" : ` DeltaX="${written.join(" ")}"`;
  const ctm = capitals ? ` CTM="${scale} 0 0 ${scale} 0 0"` : "";
  const size = Number(n(first.size)) / scale;
  return `<ofd:TextObject ID="${id}" Font="1" Size="${size}"${ctm} Boundary="${n(x)} ${n(y)} ${n(run.length * first.size)} ${n(first.size * 1.3)}"><ofd:TextCode X="0" Y="${size}"${delta}>${escaped(run.map(({ text }) => text).join(""))}</ofd:TextCode></ofd:TextObject>`;
}

function counted(deltas: readonly string[]): readonly string[] {
  const written: string[] = [];
  for (let i = 0; i < deltas.length; ) {
    let end = i;
    while (deltas[end] === deltas[i]) end += 1;
    written.push(...(end - i > 1 ? ["g", String(end - i), deltas[i] ?? ""] : [deltas[i] ?? ""]));
    i = end;
  }
  return written;
}
