/**
 * What LibreOffice 7.4 puts on the clipboard as HTML for a block of cells, taken down once from Calc and Writer and written here
 * around figures of ours: unquoted attributes, numbers with their format beside them, one `font` for each script, line ends and
 * tabs inside of words' wrappers, and `br` for nothing.
 */
import { type Draft, describeForm, figureAt, layoutOf } from "../../src/index.js";

/** A cell that was copied; a number, words, or nothing. */
export interface Copied {
  readonly content: number | string | null;
  readonly rowspan?: number;
  readonly colspan?: number;
}

export type Block = readonly (readonly Copied[])[];

/** A whole table of a report, as it is selected with its headings. */
export function tableOf(draft: Draft, id: string): Block {
  const table = describeForm(draft.edition).tables.find(({ definition }) => definition.id === id);
  if (table === undefined) return [];
  const { rows, cells } = layoutOf(table);
  return Array.from({ length: rows }, (_, row) =>
    cells
      .filter((place) => place.row === row)
      .map((place): Copied => {
        const { rowspan, colspan } = place;
        return { rowspan, colspan, content: place.kind === "figure" ? figureAt(draft, place.cell.address) : place.text };
      }),
  );
}

const shown = (content: number | string): string => (typeof content === "number" ? content.toLocaleString("en-US") : content);

export function fromCalc(block: Block): string {
  const border = ["top", "bottom", "left", "right"].map((side) => `border-${side}: 1px solid #000000`).join("; ");
  const cell = ({ content, rowspan = 1, colspan = 1 }: Copied): string => {
    const spans = `${colspan > 1 ? ` colspan=${colspan}` : ""}${rowspan > 1 ? ` rowspan=${rowspan}` : ""}`;
    const format =
      typeof content === "number" ? ` sdval="${content}" sdnum="1033;0;#,##0"` : content === null ? "" : ' sdnum="1033;0;@"';
    const inside = content === null ? "<br>" : shown(content);
    return `\t\t<td style="${border}"${spans} height="25" align="center" valign=middle${format}><font face="宋体">${inside}</font></td>`;
  };
  return `<!DOCTYPE html>

<html>
<head>
\t
\t<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
\t<title></title>
\t<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
\t<style type="text/css">
\t\tbody,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:"DejaVu Sans"; font-size:x-small }
\t\tcomment { display:none;  } 
\t</style>
\t
</head>

<body>
<table cellspacing="0" border="0">
\t<colgroup span="4" width="187"></colgroup>
${block.map((line) => `\t<tr>\n${line.map(cell).join("\n")}\n\t</tr>`).join("\n")}
</table>
</body>

</html>
`;
}

export function fromWriter(block: Block): string {
  // A run of one script is one element, and what is no word of either stands between them.
  const runs = (text: string): string =>
    [...text.matchAll(/[\x20-\x7e]+|[^\x20-\x7e]+/g)]
      .map(([run]) =>
        /[\x20-\x7e]/.test(run)
          ? `<font face="宋体, serif"><font size="2" style="font-size: 9pt">${run}</font></font>`
          : `<font face="宋体"><span lang="zh-CN"><font face="宋体"><font size="2" style="font-size: 9pt">${run}</font></font></span></font>`,
      )
      .join("");
  const cell = ({ content, rowspan = 1, colspan = 1 }: Copied): string => {
    const spans = `${rowspan > 1 ? ` rowspan="${rowspan}"` : ""}${colspan > 1 ? ` colspan="${colspan}"` : ""}`;
    const inside = content === null ? "<br/>\n" : runs(shown(content));
    return `\t\t\t<td${spans} width="153" height="14" style="border: 1.00pt solid #000000; padding: 0in 0.04in"><p align="center" style="orphans: 0; widows: 0; page-break-after: avoid">
\t\t\t\t${inside}</p>
\t\t\t</td>`;
  };
  return `<!DOCTYPE html>
<html>
<head>
\t<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
\t<title></title>
\t<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
\t<style type="text/css">
\t\t@page { size: 8.27in 11.69in; margin: 1in }
\t\tp { line-height: 115%; text-align: left; orphans: 2; widows: 2; margin-bottom: 0.1in; direction: ltr; background: transparent }
\t</style>
</head>
<body lang="en-US" link="#0563c1" vlink="#800000" dir="ltr"><center>
\t<table width="649" cellpadding="4" cellspacing="0">
\t\t<col width="153"/>

${block.map((line) => `\t\t<tr>\n${line.map(cell).join("\n")}\n\t\t</tr>`).join("\n")}
\t</table>
</center>
<p style="margin-bottom: 0in"><br/>

</p>
</body>
</html>`;
}
