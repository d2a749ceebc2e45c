/**
 * What the printer gets: the official form on A4, and none of the marks.
 */
import { type Draft, printDocument } from "disclosure-report";
import type { JSX } from "preact";

export function PrintSheet({ draft }: { readonly draft: Draft }): JSX.Element {
  const { title, sections, signature } = printDocument(draft);
  return (
    <div class="printed" aria-hidden="true" lang="zh-CN">
      <h1>{title}</h1>
      {sections.map(({ id, heading, table, texts }) => (
        <section key={id}>
          <h2>{heading}</h2>
          {texts.map(({ kind, text }, i) => (kind === "part" ? <h3 key={i}>{text}</h3> : <p key={i}>{text}</p>))}
          {table === null ? null : (
            <table>
              <colgroup>
                {table.widths.map((width, i) => (
                  <col key={i} style={{ width: `${(100 * width) / table.widths.reduce((sum, each) => sum + each, 0)}%` }} />
                ))}
              </colgroup>
              <tbody>
                {table.rows.map((row, i) => (
                  <tr key={i}>
                    {row.map(({ kind, text, rowspan, colspan, column }) =>
                      kind === "figure" ? (
                        <td key={column} rowSpan={rowspan} colSpan={colspan}>
                          {text}
                        </td>
                      ) : (
                        <th key={column} class={rowspan > 10 ? "stem" : kind} rowSpan={rowspan} colSpan={colspan}>
                          {text}
                        </th>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      ))}
      {signature.map((text) => (
        <p class="signature" key={text}>
          {text}
        </p>
      ))}
    </div>
  );
}
