/**
 * Reports of subordinate agencies added up, beside the figures of the agency above them.
 */
import { type Draft, describeForm, type FigureValue, figuresOf, sectionsOf } from "disclosure-report";
import type { Consolidation, Contribution } from "disclosure-report/consolidation";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { gridOf, type TableGrid } from "./grid.js";
import { Icon } from "./icons.js";
import { language, many, t } from "./language.js";
import { figureOf, now, type SheetItem } from "./model.js";
import { Notes } from "./Notes.js";
import { longLabel } from "./panel.js";
import type { OfReport } from "./props.js";
import { useAnswer } from "./useAnswer.js";

export function SumUp({ desk, item }: OfReport): JSX.Element {
  const others = desk.sheets.filter(({ id }) => id !== item.id);
  const { draft: parent } = now(item.sheet);
  const fits = ({ sheet }: SheetItem): boolean => {
    const { year, edition } = now(sheet).draft;
    return edition === parent.edition && (year === undefined || parent.year === undefined || year === parent.year);
  };
  const [picked, setPicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isPicked = (other: SheetItem): boolean => picked.get(other.id) ?? fits(other);
  const [complete, setComplete] = useState(false);
  const [ownId, setOwnId] = useState("");
  const [cell, setCell] = useState<string | null>(null);
  const children = others.filter((other) => isPicked(other) && other.id !== ownId).map(({ sheet }) => now(sheet).draft);
  const ownSheet = desk.sheetOf(ownId);
  const own = ownSheet === null ? undefined : now(ownSheet).draft;
  const lang = language();
  const { items: all } = desk.state;
  const summed = useAnswer(desk, "sum", { parent, children, own: own ?? null, complete, address: cell, language: lang }, [
    all,
    item,
    lang,
    picked,
    ownId,
    complete,
    cell,
  ]);
  const level = summed?.level ?? null;
  const judged = summed?.judged ?? null;
  const off = new Set(
    (judged?.findings ?? []).flatMap(({ rule, path, cells }) =>
      /^level(Part)?\./.test(rule ?? "") ? [path ?? cells[0]?.address ?? ""] : [],
    ),
  );
  const open = (): void => {
    if (level === null) return;
    desk.add(t(`汇总${level.reports}份`, `${many(level.reports, "report")} added up`), "consolidated", level.draft, {
      remarks: level.findings,
    });
  };
  return (
    <>
      <div class="dochead">
        <div class="line">
          <h1>
            {t(
              `${parent.agency?.name ?? item.sheet.name}与下级报告`,
              `${parent.agency?.name ?? item.sheet.name} and the reports below it`,
            )}
          </h1>
          <span class="meta">{t(`已选${children.length}份`, `${children.length} chosen`)}</span>
          <button type="button" class="b" data-consolidate disabled={children.length === 0} onClick={open}>
            {t("生成汇总报告", "Open the sum as a report")}
          </button>
        </div>
      </div>
      <div class="desk" tabIndex={-1}>
        <article class="paper c" aria-label={t("汇总下级", "adding up")}>
          <h2>{t("下级报告", "Reports below")}</h2>
          {others.length === 0 ? (
            <p>{t("先打开各下级机关的报告。", "Open the reports of the subordinate agencies first.")}</p>
          ) : null}
          <ul class="picks">
            {others.map((other) => {
              const { agency, year } = now(other.sheet).draft;
              return (
                <li key={other.id}>
                  <label>
                    <input
                      type="checkbox"
                      checked={isPicked(other) && other.id !== ownId}
                      disabled={other.id === ownId}
                      onChange={(event) => setPicked(new Map(picked).set(other.id, event.currentTarget.checked))}
                    />
                    {`${agency?.name ?? other.sheet.name} ${year ?? ""}`}
                  </label>
                </li>
              );
            })}
          </ul>
          <div class="pickline">
            <label>
              <input
                type="checkbox"
                name="complete"
                checked={complete}
                onChange={(event) => setComplete(event.currentTarget.checked)}
              />{" "}
              {t("已选的就是全部下级（应当相等）", "these are all of them (sums must be equal)")}
            </label>
            <label>
              {t("本机关自身的数字", "this agency's own figures")}{" "}
              <select class="pick" name="own" value={ownId} onChange={(event) => setOwnId(event.currentTarget.value)}>
                <option value="">{t("未单列", "not given apart")}</option>
                {others.map((other) => (
                  <option key={other.id} value={other.id}>
                    {now(other.sheet).draft.agency?.name ?? other.sheet.name}
                  </option>
                ))}
              </select>
            </label>
          </div>
          {judged === null ? null : (
            <p class={`verdictline ${judged.counts.violated > 0 ? "err" : ""}`} role="status" data-sum-verdict>
              <Icon name={judged.counts.violated > 0 ? "cross" : judged.counts.undetermined > 0 ? "dashed" : "tick"} />
              {t(
                `${judged.counts.violated}项与下级之和不符，${judged.counts.undetermined}项未判，${judged.counts.holds}项相符`,
                `${judged.counts.violated} do not agree with the sum, ${judged.counts.undetermined} undetermined, ${judged.counts.holds} agree`,
              )}
            </p>
          )}
          {children.length === 0 || level === null
            ? null
            : gridOf(parent.edition).tables.map((table) => (
                <SumTable key={table.id} table={table} parent={parent} level={level} off={off} cell={cell} choose={setCell} />
              ))}
          {cell === null || summed === null ? null : (
            <Contributions
              address={cell}
              items={others.filter((other) => isPicked(other) && other.id !== ownId)}
              parts={summed.parts}
              parent={parent}
            />
          )}
          {judged === null ? null : <Notes title={t("汇总结果", "Findings")} findings={judged.findings} draft={parent} />}
        </article>
      </div>
    </>
  );
}

interface SumTableProps {
  readonly table: TableGrid;
  readonly parent: Draft;
  readonly level: Consolidation;
  /** The figures that do not agree with the sum. */
  readonly off: ReadonlySet<string>;
  readonly cell: string | null;
  readonly choose: (address: string) => void;
}

function SumTable({ table, parent, level, off: wrong, cell, choose }: SumTableProps): JSX.Element {
  const form = describeForm(parent.edition);
  const own = form.tables.find(({ definition }) => definition.id === table.id);
  const sums = new Map(level.figures.map((figure) => [figure.address, figure]));
  const figures = figuresOf(parent);
  const regular = table.byRow.size > 0;
  const term = language() === "zh" ? "label" : "english";
  const section = sectionsOf(form.id).find(({ id }) => id === table.id);
  const [first] = own?.records ?? [];
  const button = (address: string, value: FigureValue): JSX.Element => {
    const sum = sums.get(address);
    const off = wrong.has(address);
    return (
      <td key={address} class={`${off ? "mis" : ""} ${cell === address ? "chosen" : ""}`}>
        <button type="button" class="figure" data-sum={address} aria-pressed={cell === address} onClick={() => choose(address)}>
          <span>{value ?? t("未填", "blank")}</span>
          <small>
            {sum === undefined
              ? ""
              : `${off ? "≠ " : ""}${sum.sum}${sum.blanks > 0 ? t(`（${sum.blanks}份未填）`, ` (${sum.blanks} blank)`) : ""}`}
          </small>
        </button>
      </td>
    );
  };
  return (
    <>
      <h2>
        {t(`表${table.number}`, `table ${table.number}`)}
        <small>
          {t(
            "上为本级填报，下为下级之和；点一格看各份所占",
            "above: reported; below: the sum; choose a figure to see what it is made of",
          )}
        </small>
      </h2>
      <div
        class="wide-scroll"
        tabIndex={0}
        role="region"
        aria-label={section === undefined ? table.id : t(section.title, section.english)}
      >
        <table class="cmp sums">
          {regular ? (
            <thead>
              <tr>
                <th scope="col" class="labelcol">
                  {t("项目", "Item")}
                </th>
                {(first?.cells ?? []).map((each) => (
                  <th scope="col" key={each.field}>
                    {each.fieldPath.at(-1)?.term[term]}
                  </th>
                ))}
              </tr>
            </thead>
          ) : null}
          <tbody>
            {regular
              ? (own?.records ?? []).map(({ id, cells }) => (
                  <tr key={id}>
                    <th scope="row">{cells[0]?.recordPath.at(-1)?.term[term]}</th>
                    {cells.map((each) => button(each.address, figureOf(figures, each)))}
                  </tr>
                ))
              : (own?.cells ?? []).map((each) => (
                  <tr key={each.address}>
                    <th scope="row">{`${each.recordPath.at(-1)?.term[term]}・${each.fieldPath.at(-1)?.term[term]}`}</th>
                    {button(each.address, figureOf(figures, each))}
                  </tr>
                ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface ContributionsProps {
  readonly address: string;
  readonly items: readonly SheetItem[];
  readonly parts: readonly Contribution[];
  readonly parent: Draft;
}

function Contributions({ address, items, parts, parent }: ContributionsProps): JSX.Element {
  const cell = describeForm(parent.edition).byAddress[address];
  return (
    <section class="parts" aria-label={t("各份所占", "what it is made of")} data-parts>
      <h2>{cell === undefined ? address : longLabel(cell)}</h2>
      <table class="cmp">
        <tbody>
          {parts.map(({ report, own: isOwn, value }, i) => (
            <tr key={i}>
              <th scope="row">
                {isOwn ? t("本机关自身", "this agency itself") : (report.agency ?? items[report.index ?? i]?.sheet.name ?? "")}
              </th>
              <td>{value ?? t("未填", "blank")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
