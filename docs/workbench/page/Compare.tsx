/**
 * Last year beside this year: first what must follow on, then what is in force, then every change.
 */
import { type Cell, type Draft, describeForm, type EditionId, type LinearRule, sectionsOf } from "disclosure-report";
import type { CellChange } from "disclosure-report/series";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Desk } from "./desk.js";
import { gridOf, type TableGrid } from "./grid.js";
import { Icon } from "./icons.js";
import { language, many, said, t } from "./language.js";
import { equationOf, now, type SheetItem } from "./model.js";
import { Notes } from "./Notes.js";
import type { OfReport } from "./props.js";
import { yearRulesOf } from "./rules.js";
import { useAnswer } from "./useAnswer.js";

export function Compare({ desk, item }: OfReport): JSX.Element {
  const { sheet } = item;
  const { draft } = now(sheet);
  const previous = desk.previousOf(sheet);
  return (
    <>
      <div class="dochead">
        <div class="line">
          <h1>{`${draft.agency?.name ?? sheet.name} ${draft.year ?? ""}`}</h1>
          <label class="pickline">
            {t("对照的上年报告", "compared with")}
            <select
              class="pick"
              name="previous"
              value={sheet.previousId ?? ""}
              onChange={(event) => desk.setPrevious(event.currentTarget.value === "" ? null : event.currentTarget.value)}
            >
              <option value="">{t("请选择", "choose")}</option>
              {desk.sheets
                .filter(({ id }) => id !== item.id)
                .map((other) => {
                  const { agency, year } = now(other.sheet).draft;
                  return (
                    <option key={other.id} value={other.id}>
                      {`${agency?.name ?? other.sheet.name} ${year ?? ""}`}
                    </option>
                  );
                })}
            </select>
          </label>
          {previous === null ? null : <CarryVerdict draft={draft} previous={previous} />}
        </div>
      </div>
      <div class="desk" tabIndex={-1}>
        {previous === null ? (
          <div class="paper c empty">
            <p>
              {t(
                "打开上年的报告，并在上面选中，即可逐格比较。同一机关的上年报告已打开时，自动选中。",
                "Open last year's report and choose it above. It is chosen by itself where it is the same agency's.",
              )}
            </p>
          </div>
        ) : (
          <article class="paper c" aria-label={t("与上年比较", "comparison with last year")}>
            <CarryOver draft={draft} previous={previous} />
            <InForce draft={draft} previous={previous} />
            <Findings item={item} draft={draft} />
            <Changes desk={desk} draft={draft} previous={previous} />
          </article>
        )}
      </div>
    </>
  );
}

/** Rules between the years of one family, with their numbers. */
function linked(draft: Draft, previous: Draft, wanted: (rule: LinearRule) => boolean) {
  return yearRulesOf(draft.edition)
    .filter(wanted)
    .map((rule) => equationOf(rule, draft, previous));
}

const isCarry = ({ terms }: LinearRule): boolean => terms.length === 2 && terms.some(([, , report]) => report === "previous");
const isRoll = ({ terms, relation }: LinearRule): boolean => relation === "=" && terms.length > 2;

function CarryVerdict({ draft, previous }: { readonly draft: Draft; readonly previous: Draft }): JSX.Element {
  const equations = linked(draft, previous, (rule) => isCarry(rule) && rule.relation === "=");
  const off = equations.filter(({ leftSum, rightSum }) => leftSum !== null && rightSum !== null && leftSum !== rightSum).length;
  const blank = equations.filter(({ leftSum, rightSum }) => leftSum === null || rightSum === null).length;
  return (
    <div class={`verdict ${off > 0 ? "err" : blank > 0 ? "part" : "ok"}`} role="status">
      <Icon name={off > 0 ? "cross" : blank > 0 ? "dashed" : "tick"} />
      <b>
        {off > 0
          ? t(`结转有${off}列不一致`, many(off, "column does not follow on", "columns do not follow on"))
          : blank > 0
            ? t(`结转有${blank}列未判`, `${many(blank, "column")} undetermined`)
            : t("结转一致", "what is carried follows on")}
      </b>
    </div>
  );
}

function CarryOver({ draft, previous }: { readonly draft: Draft; readonly previous: Draft }): JSX.Element {
  const form = describeForm(draft.edition);
  const equations = linked(draft, previous, (rule) => isCarry(rule) && rule.relation === "=");
  const [first] = equations;
  const cellOf = (address: string | undefined): Cell | undefined => form.byAddress[address ?? ""];
  const [before] = first?.left ?? [];
  const [after] = first?.right ?? [];
  const recordName = (cell: Cell | undefined): string => {
    const heading = cell?.recordPath.at(-1);
    return heading === undefined ? "" : t(heading.marker + heading.term.label, heading.term.english);
  };
  return (
    <>
      <h2>
        {t("结转核对", "What is carried")}
        <small>
          {first === undefined
            ? ""
            : t(
                `上年“${recordName(cellOf(before?.address))}”应等于本年“${recordName(cellOf(after?.address))}”`,
                `last year's “${recordName(cellOf(before?.address))}” should be this year's “${recordName(cellOf(after?.address))}”`,
              )}
        </small>
      </h2>
      <div class="wide-scroll" tabIndex={0} role="region" aria-label={t("结转核对", "What is carried")}>
        <table class="cmp carry">
          <thead>
            <tr>
              <td />
              {equations.map(({ rule, right }) => (
                <th scope="col" key={rule.id}>
                  {cellOf(right[0]?.address)?.fieldPath.at(-1)?.term[language() === "zh" ? "label" : "english"]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{`${previous.year ?? t("上年", "last year")}`}</th>
              {equations.map(({ rule, leftSum }) => (
                <td key={rule.id}>{leftSum ?? t("未填", "blank")}</td>
              ))}
            </tr>
            <tr>
              <th scope="row">{`${draft.year ?? t("本年", "this year")}`}</th>
              {equations.map(({ rule, leftSum, rightSum }) => (
                <td key={rule.id} class={leftSum !== null && rightSum !== null && leftSum !== rightSum ? "mis" : "this"}>
                  {rightSum ?? t("未填", "blank")}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t("相差", "off by")}</th>
              {equations.map(({ rule, leftSum, rightSum }) => (
                <td key={rule.id} class={leftSum !== null && rightSum !== null && leftSum !== rightSum ? "miss" : ""}>
                  {leftSum === null || rightSum === null ? (
                    t("未判", "?")
                  ) : leftSum === rightSum ? (
                    <Icon name="tick" label={t("一致", "the same")} />
                  ) : (
                    signed(rightSum - leftSum)
                  )}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </>
  );
}

function InForce({ draft, previous }: { readonly draft: Draft; readonly previous: Draft }): JSX.Element | null {
  const equations = linked(draft, previous, isRoll);
  const form = describeForm(draft.edition);
  if (equations.length === 0) return null;
  return (
    <>
      <h2>
        {t("现行有效件数", "In force")}
        <small>{t("上年现行有效＋本年制发－本年废止＝本年现行有效", "last year's + issued − repealed = this year's")}</small>
      </h2>
      <div class="roll">
        {equations.map(({ rule, left, leftSum, rightSum }) => (
          <div key={rule.id} title={said(rule.statement)}>
            <span>
              {form.byAddress[rule.terms.at(-1)?.[1] ?? ""]?.recordPath.at(-1)?.term[language() === "zh" ? "label" : "english"]}
            </span>
            <span class="n">
              {left
                .map(({ value, sign }, i) => `${i === 0 ? "" : sign === 1 ? " + " : " − "}${value ?? t("未填", "blank")}`)
                .join("")}
              {leftSum === null ? "" : ` = ${leftSum}`}
            </span>
            <span class={leftSum !== null && rightSum !== null && leftSum !== rightSum ? "ok am" : "ok"}>
              {leftSum === null || rightSum === null ? (
                t("未判", "?")
              ) : leftSum === rightSum ? (
                <>
                  <Icon name="tick" />
                  {t("一致", "the same")}
                </>
              ) : (
                t(`本年填报${rightSum}`, `reported ${rightSum}`)
              )}
            </span>
          </div>
        ))}
      </div>
    </>
  );
}

function Findings({ item, draft }: { readonly item: SheetItem; readonly draft: Draft }): JSX.Element | null {
  const found = (item.check?.findings ?? []).filter(
    (finding) => (finding.related?.length ?? 0) > 0 || /^(series|years)\b/.test(finding.rule ?? finding.code),
  );
  return <Notes title={t("比较结果", "Findings")} findings={found} draft={draft} />;
}

/** A change of at least so many and of more than half is worth a second look. */
const LARGE = 20;
const HALF = 0.5;

const signed = (number: number | string): string => {
  const text = String(number);
  return text.startsWith("-") ? `−${text.slice(1)}` : Number(text) === 0 ? "" : `+${text}`;
};

const isLarge = ({ difference, ratio, unit }: CellChange): boolean =>
  unit === "count" &&
  typeof difference === "number" &&
  Math.abs(difference) >= LARGE &&
  ratio !== null &&
  Math.abs(Number(ratio)) > HALF;

const percent = (ratio: string | null): string =>
  ratio === null
    ? "—"
    : Number(ratio) === 0
      ? ""
      : `${Number(ratio) > 0 ? "+" : "−"}${Math.abs(Number(ratio) * 100).toFixed(1)}%`;

function Changes({
  desk,
  draft,
  previous,
}: {
  readonly desk: Desk;
  readonly draft: Draft;
  readonly previous: Draft;
}): JSX.Element | null {
  const comparison = useAnswer(desk, "compare", { previous, draft }, [previous, draft]);
  const [field, setField] = useState<string | null>(null);
  if (comparison === null) return null;
  const { changes, onlyInFrom, onlyInTo } = comparison;
  const byAddress = new Map(changes.map((change) => [String(change.address), change]));
  const grid = gridOf(draft.edition);
  return (
    <>
      {grid.tables.map((table) => (
        <TableChanges
          key={table.id}
          table={table}
          edition={draft.edition}
          years={[previous.year, draft.year]}
          byAddress={byAddress}
          field={field}
          setField={setField}
        />
      ))}
      {onlyInFrom.length + onlyInTo.length === 0 ? null : (
        <p class="note">
          {t(
            `两年格式不同：上年有${onlyInFrom.length}格、本年有${onlyInTo.length}格在对方格式中没有，不作比较。`,
            `The editions differ: ${onlyInFrom.length} figures of last year and ${onlyInTo.length} of this year have no counterpart and are not compared.`,
          )}
        </p>
      )}
    </>
  );
}

const NONE: readonly Cell[] = [];

interface TableProps {
  readonly table: TableGrid;
  readonly edition: EditionId;
  readonly years: readonly [number | undefined, number | undefined];
  readonly byAddress: ReadonlyMap<string, CellChange>;
  readonly field: string | null;
  readonly setField: (field: string | null) => void;
}

function TableChanges({ table, edition, years, byAddress, field, setField }: TableProps): JSX.Element {
  const form = describeForm(edition);
  const own = form.tables.find(({ definition }) => definition.id === table.id);
  const records = own?.records ?? [];
  const name = (cell: Cell | undefined, path: "recordPath" | "fieldPath"): string =>
    cell?.[path].at(-1)?.term[language() === "zh" ? "label" : "english"] ?? "";
  const section = sectionsOf(form.id).find(({ id }) => id === table.id);
  const regular = table.byRow.size > 0;
  const [first] = records;
  const total = first?.cells.find((cell) => cell.fieldPath.at(-1)?.role === "total");
  const shown = field !== null && first?.cells.some((cell) => cell.field === field) === true ? field : (total?.field ?? "");
  const lines = regular
    ? records.map(({ cells }) => ({
        label: name(cells[0], "recordPath"),
        cell: cells.find((cell) => cell.field === shown),
        others: cells.filter((cell) => cell.field !== shown),
      }))
    : (own?.cells ?? []).map((cell) => ({
        label: `${name(cell, "recordPath")}・${name(cell, "fieldPath")}`,
        cell,
        others: NONE,
      }));
  return (
    <>
      <h2>
        {t(`表${table.number}增减`, `Changes in table ${table.number}`)}
        <small>
          {section === undefined ? "" : t(section.title, section.english)}
          {t(`；“!”为增减${LARGE}以上且超过一半`, `; “!” marks ${LARGE} or more and over half`)}
        </small>
        {regular ? (
          <span class="switch end" role="group" aria-label={t("列", "column")}>
            {(first?.cells ?? []).map((cell) => (
              <button type="button" key={cell.field} aria-pressed={cell.field === shown} onClick={() => setField(cell.field)}>
                {name(cell, "fieldPath")}
              </button>
            ))}
          </span>
        ) : null}
      </h2>
      <div
        class="wide-scroll"
        tabIndex={0}
        role="region"
        aria-label={t(`表${table.number}增减`, `Changes in table ${table.number}`)}
      >
        <table class="cmp">
          <thead>
            <tr>
              <th scope="col" class="labelcol">
                {t("项目", "Item")}
              </th>
              <th scope="col">{years[0] ?? t("上年", "last year")}</th>
              <th scope="col">{years[1] ?? t("本年", "this year")}</th>
              <th scope="col">{t("增减", "change")}</th>
              <th scope="col">{t("幅度", "rate")}</th>
              {regular
                ? (first?.cells ?? [])
                    .filter((cell) => cell.field !== shown)
                    .map((cell) => (
                      <th scope="col" key={cell.field}>
                        {name(cell, "fieldPath")}
                      </th>
                    ))
                : null}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ label, cell, others }) => {
              const change = byAddress.get(cell?.address ?? "");
              return (
                <tr key={cell?.address ?? label}>
                  <th scope="row">{label}</th>
                  <td class="last">{change === undefined ? "" : (change.from ?? t("未填", "blank"))}</td>
                  <td class="this">{change === undefined ? "" : (change.to ?? t("未填", "blank"))}</td>
                  <td class={change !== undefined && isLarge(change) ? "big" : ""}>
                    {change?.difference === null || change === undefined ? "" : signed(change.difference)}
                  </td>
                  <td>
                    {change === undefined || change.difference === null || Number(change.difference) === 0
                      ? ""
                      : percent(change.ratio)}
                  </td>
                  {others.map((other) => {
                    const each = byAddress.get(other.address);
                    return (
                      <td key={other.address}>{each === undefined || each.difference === null ? "" : signed(each.difference)}</td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
