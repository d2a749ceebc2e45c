/**
 * The printed form in the middle of the desk: read, judged and edited like a sheet.
 */
import {
  type Draft,
  describeForm,
  type EditionId,
  formatCoordinate,
  type LinearRule,
  sectionsOf,
  type Validation,
  validate,
} from "disclosure-report";
import type { JSX } from "preact";
import { memo } from "preact/compat";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { Desk } from "./desk.js";
import { block, gridOf, type TableGrid } from "./grid.js";
import { Icon } from "./icons.js";
import { language, many, t } from "./language.js";
import { type Mark, type Operators, operatorsOf } from "./marks.js";
import { edited, equationOf, now, reportTitle, type SheetItem, type Snapshot, typed } from "./model.js";
import { longLabel, type PanelItem, shortLabel } from "./panel.js";
import type { OfReport } from "./props.js";
import { SectionTexts } from "./Texts.js";

/** Widths of the columns before the figures, in rem, by how many there are. */
const STUBS: Readonly<Record<number, readonly number[]>> = { 0: [], 1: [12], 3: [1.75, 2.75, 16.25] };

export interface Living {
  readonly snapshot: Snapshot;
  readonly quick: Validation;
}

/** The report with what is being typed, judged with every key. */
export function living({ sheet, quick }: SheetItem, selected: string | null, typing: string | null): Living {
  const snapshot = now(sheet);
  const cell = describeForm(snapshot.draft.edition).byAddress[selected ?? ""];
  if (typing === null || cell === undefined) return { snapshot, quick };
  const next = edited(snapshot, new Map([[cell.address, typed(cell, typing)]]));
  return { snapshot: next, quick: validate(next.draft) };
}

interface FormProps extends OfReport {
  readonly live: Living;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly open: PanelItem | null;
  readonly narrow: boolean;
}

export function Form({ desk, item, live, marks, open, narrow }: FormProps): JSX.Element {
  const { selected, anchor, writing } = desk.state;
  const lang = language();
  const { draft } = live.snapshot;
  const form = describeForm(draft.edition);
  const grid = gridOf(draft.edition);
  const operators = useMemo(() => operatorsOf(open, draft.edition), [open, draft.edition]);
  const range = useMemo(() => {
    if (selected === null || anchor === null || anchor === selected) return new Set<string>();
    return new Set(block(grid, anchor, selected).flatMap((line) => line.map(({ cell }) => cell.address)));
  }, [grid, selected, anchor]);
  const outcomes = new Map(live.quick.verdicts.map(({ rule, outcome }) => [rule, outcome]));
  const scene: Scene = { desk, draft, marks, operators, range, outcomes, compute: live.snapshot.mode === "compute" };
  const title = reportTitle(draft);
  // What is typed into a figure changes no text: the same elements are not drawn anew.
  const texts = useMemo(
    () =>
      new Map(
        sectionsOf(draft.edition).map(({ id }) => [
          id,
          <SectionTexts key={id} desk={desk} item={item} section={id} open={open} />,
        ]),
      ),
    [desk, item, open, writing, lang],
  );
  return (
    <article class={narrow ? "paper narrow" : "paper"} aria-label={t("年度报告", "annual report")}>
      <h1 class="doc-title">
        {title === "" ? <span class="hint">{t("机关名称和年度未填", "agency and year are not filled in")}</span> : title}
        <button type="button" class="b quiet noprint" onClick={() => desk.set({ dialog: "head" })}>
          {t("改", "Edit")}
          <span class="vh">{t("机关、年度和日期", "agency, year and dates")}</span>
        </button>
      </h1>
      {sectionsOf(form.id).map((section) => {
        const at = grid.tables.findIndex(({ id }) => id === section.id);
        const table = grid.tables[at];
        return (
          <section key={section.id} aria-labelledby={`s-${section.id}`}>
            <h2 id={`s-${section.id}`} tabIndex={-1}>
              {section.number}、{section.title}
            </h2>
            {texts.get(section.id)}
            {table === undefined ? null : narrow && table.lines.some((line) => line.length > 6) ? (
              <NarrowTable table={table} scene={scene} />
            ) : (
              <WideTable table={table} scene={scene} name={`${t("表", "table ")}${section.number} ${section.title}`} />
            )}
          </section>
        );
      })}
    </article>
  );
}

interface Scene {
  readonly desk: Desk;
  readonly draft: Draft;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly operators: ReadonlyMap<string, Operators>;
  readonly range: ReadonlySet<string>;
  readonly outcomes: ReadonlyMap<string, "holds" | "violated" | "undetermined">;
  readonly compute: boolean;
}

function WideTable({
  table,
  scene,
  name,
}: {
  readonly table: TableGrid;
  readonly scene: Scene;
  readonly name: string;
}): JSX.Element {
  const figures = table.columns - table.stub;
  const stubs = STUBS[table.stub] ?? Array.from({ length: table.stub }, () => 3);
  const margin = table.byRow.size > 0;
  const regular = table.headerRows > 0;
  const lines = table.rows.map((places, row) => {
    const line = lineOf(table, places, row, scene);
    return <Line key={row} desk={scene.desk} line={line} told={JSON.stringify(line)} />;
  });
  return (
    <table
      class={`form ${regular && table.stub > 1 ? "" : regular ? "flat" : "panels"} ${margin ? "gutted" : ""}`}
      role="grid"
      aria-label={name}
      aria-readonly="false"
    >
      <colgroup>
        {stubs.map((width, i) => (
          <col key={i} style={{ width: `${width}rem` }} />
        ))}
        {Array.from({ length: figures }, (_, i) => (
          <col key={i} class="f" />
        ))}
        {margin ? <col class="g" /> : null}
      </colgroup>
      {regular ? <thead>{lines.slice(0, table.headerRows)}</thead> : null}
      <tbody>{lines.slice(table.headerRows)}</tbody>
      {table.footers.length === 0 ? null : (
        <tfoot>
          {table.footers.map(({ family, places }) => (
            <tr key={family}>
              {table.stub === 0 ? null : <th colSpan={table.stub}>{footerName(family, scene.compute)}</th>}
              {places.map(({ rule, colspan }) => (
                <Verdict key={rule.id} rule={rule} colSpan={colspan} scene={scene} />
              ))}
              {margin ? <td class="gut" /> : null}
            </tr>
          ))}
        </tfoot>
      )}
    </table>
  );
}

/** All that is drawn of a line of the form. */
interface DrawnLine {
  readonly places: readonly (
    | { readonly kind: "figure"; readonly props: DrawnFigure }
    | { readonly kind: "heading"; readonly column: number; readonly props: HeadingProps }
  )[];
  /** What stands beside it; `null` where a table has no margin, or the cell above reaches down. */
  readonly margin: { readonly rows: number; readonly text: string } | Judged | null;
}

function lineOf(table: TableGrid, places: TableGrid["rows"][number], row: number, scene: Scene): DrawnLine {
  return {
    places: places.map((place) =>
      place.kind === "figure"
        ? { kind: "figure", props: figureOf(place.cell.address, place.colspan, scene) }
        : {
            kind: "heading",
            column: place.column,
            props: {
              kind: place.kind,
              text: place.text,
              rowSpan: place.rowspan,
              colSpan: place.colspan,
              stub: place.column,
              lit: isLit(scene, table, place.row, place.column, place.rowspan, place.colspan, place.kind),
            },
          },
    ),
    margin: marginOf(table, row, scene),
  };
}

function marginOf(table: TableGrid, row: number, scene: Scene): DrawnLine["margin"] {
  if (table.byRow.size === 0 || (row > 0 && row < table.headerRows)) return null;
  if (row === 0) {
    return {
      rows: table.headerRows,
      text: scene.compute ? t("总计为自动合计", "totals are computed") : t("各类之和与总计", "sum and total"),
    };
  }
  const rule = table.byRow.get(row);
  return rule === undefined ? { kind: "none", text: "" } : judged(rule, scene);
}

/** A line of the form. It is drawn anew only when something of it changed, so that a key costs what it changes. */
const Line = memo(
  function Line({ desk, line: { places, margin } }: LineProps): JSX.Element {
    return (
      <tr>
        {places.map((place) =>
          place.kind === "figure" ? (
            <FigureCell key={place.props.address} desk={desk} {...place.props} />
          ) : (
            <Heading key={place.column} {...place.props} />
          ),
        )}
        {margin === null ? null : "rows" in margin ? (
          <td class="gut" rowSpan={margin.rows}>
            {margin.text}
          </td>
        ) : (
          <JudgedCell className="gut" kind={margin.kind} text={margin.text} colSpan={1} />
        )}
      </tr>
    );
  },
  (before, after) => before.told === after.told,
);

interface LineProps {
  readonly desk: Desk;
  readonly line: DrawnLine;
  /** The line as text: two that are the same there are the same. */
  readonly told: string;
}

function footerName(family: string, compute: boolean): string {
  if (family === "flow") return t("第一项＋第二项＝第三项＋第四项", "first + second = third + fourth item");
  if (compute) return t("（七）总计为自动合计", "（七）总计 is computed");
  return t("（一）至（六）各款之和＝（七）总计", "sum of （一） to （六） = （七）总计");
}

/** Whether a heading names the row or column of the chosen figure. */
function isLit(
  { desk, draft }: Scene,
  table: TableGrid,
  row: number,
  column: number,
  rowspan: number,
  colspan: number,
  kind: string,
): boolean {
  const spot = gridOf(draft.edition).spots.get(desk.state.selected ?? "");
  if (spot === undefined || gridOf(draft.edition).tables[spot.table] !== table) return false;
  if (kind === "rowHeading") return spot.row === row && rowspan === 1;
  return kind === "columnHeading" && colspan === 1 && column === spot.column && row < spot.row;
}

interface HeadingProps {
  readonly kind: "banner" | "corner" | "columnHeading" | "rowHeading";
  readonly text: string;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly stub: number;
  readonly lit: boolean;
}

const Heading = memo(function Heading({ kind, text, rowSpan, colSpan, stub, lit }: HeadingProps): JSX.Element {
  const tall = rowSpan > 10;
  const group = kind === "rowHeading" && rowSpan > 1;
  const classes = [
    kind === "rowHeading" ? (tall ? "stem" : group ? "grp" : "row") : kind,
    stub === 1 && group ? "second" : "",
    lit ? "cur" : "",
    /总计/.test(text) && kind === "rowHeading" ? "sum" : "",
  ];
  const scope =
    kind === "rowHeading"
      ? group
        ? "rowgroup"
        : "row"
      : kind === "columnHeading"
        ? colSpan > 1
          ? "colgroup"
          : "col"
        : undefined;
  return (
    <th
      class={classes.filter((name) => name !== "").join(" ")}
      rowSpan={rowSpan}
      colSpan={colSpan}
      {...(scope === undefined ? {} : { scope })}
    >
      {text}
    </th>
  );
});

/** What is drawn of a figure. */
function figureOf(address: string, colSpan: number, { desk, draft: { edition }, marks, operators, range }: Scene): DrawnFigure {
  const { selected, typing } = desk.state;
  const isSelected = selected === address;
  const mark = marks.get(address);
  return {
    address,
    edition,
    colSpan,
    classes: [...(mark?.classes ?? []), isSelected ? "is-sel" : "", range.has(address) ? "rng" : ""]
      .filter((name) => name !== "")
      .join(" "),
    text: mark === undefined ? "" : textOf(mark),
    old: mark?.old === undefined ? "" : String(mark.old ?? t("空", "blank")),
    word: mark?.word ?? "",
    right: operators.get(address)?.right ?? "",
    down: operators.get(address)?.down ?? "",
    tabbable: isSelected || (selected === null && address === gridOf(edition).tables[0]?.lines[0]?.[0]?.cell.address),
    selected: isSelected,
    ranged: range.has(address),
    typing: isSelected ? typing : null,
    language: language(),
  };
}

/** What stands in a figure; what could be filled in does not stand there yet. */
const enteredIn = (mark: Mark): string => (mark.value === null && mark.refused === null ? t("未填", "blank") : textOf(mark));

const textOf = ({ value, refused, offer }: Mark): string =>
  refused ?? (value === null ? (offer === null ? "" : String(offer.value)) : String(value));

interface DrawnFigure {
  readonly address: string;
  readonly edition: EditionId;
  readonly colSpan: number;
  readonly classes: string;
  readonly text: string;
  readonly old: string;
  readonly word: string;
  readonly right: string;
  readonly down: string;
  readonly tabbable: boolean;
  readonly selected: boolean;
  readonly ranged: boolean;
  readonly typing: string | null;
  readonly language: string;
}

/** One figure. It is drawn anew only when something of it changed, so that a key costs what it changes. */
const FigureCell = memo(function FigureCell(props: DrawnFigure & { readonly desk: Desk }): JSX.Element {
  const { desk, address, edition, colSpan, classes, text, old, word, right, down, tabbable, selected, ranged, typing } = props;
  const cell = describeForm(edition).byAddress[address];
  const label =
    cell === undefined
      ? address
      : `${longLabel(cell)}${t("，", ", ")}${text === "" ? "" : text}${word === "" ? "" : t("，", ", ") + word}`;
  const auto = classes.includes("auto");
  return (
    <td
      role="gridcell"
      class={typing === null ? classes : `${classes} editing`}
      colSpan={colSpan}
      data-address={address}
      tabIndex={tabbable ? 0 : -1}
      aria-label={label}
      aria-selected={selected || ranged}
      aria-readonly={auto}
      onMouseDown={(event) => {
        if (typing !== null) return;
        desk.select(address, event.shiftKey);
      }}
      onMouseEnter={(event) => {
        if (event.buttons === 1) desk.select(address, true);
      }}
      onFocus={() => {
        if (desk.state.selected !== address) desk.select(address);
      }}
      onDblClick={() => {
        if (!auto) desk.set({ typing: text });
      }}
    >
      {typing === null ? (
        <>
          {old === "" ? null : <s>{old}</s>}
          {classes.includes("offer") ? <b>{text}</b> : text}
        </>
      ) : (
        <Typing desk={desk} value={typing} label={label} />
      )}
      {right === "" ? null : <i class={right === "≠" ? "op ne" : "op"}>{right}</i>}
      {down === "" ? null : <i class={down === "≠" ? "op d ne" : "op d"}>{down}</i>}
    </td>
  );
});

function Typing({ desk, value, label }: { readonly desk: Desk; readonly value: string; readonly label: string }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(value.length, value.length);
  }, []);
  return (
    <input
      ref={input}
      class="typing"
      value={value}
      inputMode="decimal"
      autoComplete="off"
      spellcheck={false}
      aria-label={label}
      onInput={(event) => desk.set({ typing: event.currentTarget.value })}
      onBlur={() => finishTyping(desk)}
    />
  );
}

/** Takes what was typed into the report. */
export function finishTyping(desk: Desk): void {
  const { typing, selected } = desk.state;
  const { sheetItem } = desk;
  if (typing === null || selected === null || sheetItem === null) return;
  const cell = describeForm(now(sheetItem.sheet).draft.edition).byAddress[selected];
  desk.set({ typing: null });
  if (cell !== undefined) desk.enter("typed", new Map([[selected, typed(cell, typing)]]));
}

interface Judged {
  readonly kind: "ok" | "no" | "un" | "none";
  readonly text: string;
}

/** A balance judged beside or below the table: not part of the form, never printed. */
function judged(rule: LinearRule, { draft, outcomes, compute }: Scene): Judged {
  if (compute && rule.basis === "definitional") return { kind: "none", text: "" };
  const outcome = outcomes.get(rule.id);
  if (outcome === "holds") return { kind: "ok", text: t("成立", "holds") };
  if (outcome !== "violated") return { kind: "un", text: t("未判", "?") };
  const { leftSum, rightSum, right } = equationOf(rule, draft);
  if (leftSum === null || rightSum === null) return { kind: "no", text: t("不成立", "no") };
  return {
    kind: "no",
    text:
      right.length === 1 && rule.family !== "outcomes"
        ? t(`和为${leftSum}`, `sum ${leftSum}`)
        : t(`差${Math.abs(leftSum - rightSum)}`, `off ${Math.abs(leftSum - rightSum)}`),
  };
}

function Verdict({
  rule,
  colSpan,
  scene,
}: {
  readonly rule: LinearRule;
  readonly colSpan: number;
  readonly scene: Scene;
}): JSX.Element {
  const { kind, text } = judged(rule, scene);
  return <JudgedCell className="" kind={kind} text={text} colSpan={colSpan} />;
}

const JudgedCell = memo(function JudgedCell({
  className,
  kind,
  text,
  colSpan,
}: {
  readonly className: string;
  readonly kind: string;
  readonly text: string;
  readonly colSpan: number;
}): JSX.Element {
  return (
    <td class={`${className} ${kind === "no" || kind === "un" ? kind : ""}`} colSpan={colSpan}>
      {kind === "ok" ? <Icon name="tick" label={text} /> : text}
    </td>
  );
});

// ---- narrow ----

/** On a narrow screen each record has its label on a line of its own, and its figures below. */
function NarrowTable({ table, scene }: { readonly table: TableGrid; readonly scene: Scene }): JSX.Element {
  const { edition } = scene.draft;
  const records = describeForm(edition).tables.find(({ definition }) => definition.id === table.id)?.records ?? [];
  const [first] = records;
  let shown: readonly string[] = [];
  return (
    <table class="mt" role="grid" aria-label={table.number}>
      <thead>
        <tr>
          {(first?.cells ?? []).map((cell) => (
            <th scope="col" key={cell.address}>
              {cell.fieldPath.at(-1)?.term.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {records.map((record) => {
          const [cell] = record.cells;
          const path = (cell?.recordPath ?? []).map(({ marker, term, note }) => marker + term.label + note);
          const above = path.slice(0, -1);
          const groups = above.filter((name, i) => shown[i] !== name);
          shown = above;
          const row = gridOf(edition).spots.get(cell?.address ?? "")?.row ?? -1;
          const rule =
            table.byRow.get(row) ??
            table.footers
              .flatMap(({ places }) => places)
              .find((place) => place.rule.cells.every((address) => record.cells.some((one) => one.address === address)))?.rule;
          const verdict = rule === undefined ? null : judged(rule, scene);
          return (
            <>
              {groups.map((name) => (
                <tr class="grp" key={name}>
                  <th colSpan={record.cells.length}>{name}</th>
                </tr>
              ))}
              <tr key={record.id}>
                <th class="lab" scope="row" colSpan={record.cells.length}>
                  {verdict === null ? null : (
                    <span class={`v ${verdict.kind}`}>
                      {verdict.kind === "ok" ? <Icon name="tick" label={verdict.text} /> : verdict.text}
                    </span>
                  )}
                  {path.at(-1)}
                </th>
              </tr>
              <tr>
                {record.cells.map(({ address }) => (
                  <FigureCell key={address} desk={scene.desk} {...figureOf(address, 1, scene)} />
                ))}
              </tr>
            </>
          );
        })}
      </tbody>
      {table.footers.map(({ family, places }) =>
        places.length === (first?.cells.length ?? 0) ? (
          <tfoot key={family}>
            <tr>
              <th class="lab" colSpan={places.length}>
                {footerName(family, scene.compute)}
              </th>
            </tr>
            <tr>
              {places.map(({ rule }) => (
                <Verdict key={rule.id} rule={rule} colSpan={1} scene={scene} />
              ))}
            </tr>
          </tfoot>
        ) : null,
      )}
    </table>
  );
}

// ---- the line above the form ----

export function CellBar({ desk, live: { snapshot, quick }, marks }: Pick<FormProps, "desk" | "live" | "marks">): JSX.Element {
  const { selected, typing } = desk.state;
  const cell = describeForm(snapshot.draft.edition).byAddress[selected ?? ""];
  if (cell === undefined) {
    return (
      <div class="fx">
        <span class="at">{t("未选格", "no cell")}</span>
        <span class="what">{t("点选一格，或用方向键", "click a figure, or use the arrow keys")}</span>
      </div>
    );
  }
  const mark = marks.get(cell.address);
  const outcomes = new Map(quick.verdicts.map(({ rule, outcome }) => [rule, outcome]));
  const broken = (gridOf(snapshot.draft.edition).watching.get(cell.address) ?? []).filter(
    ({ id }) => outcomes.get(id) === "violated",
  );
  const { table, row } = cell.coordinate;
  return (
    <div class="fx">
      <span class="at">
        {table}・{row}・{cell.fieldPath.at(-1)?.term[language() === "zh" ? "label" : "english"]}
      </span>
      <span class="what">{shortLabel(cell)}</span>
      <span class="val">{typing ?? (mark === undefined ? "" : enteredIn(mark))}</span>
      <span class={broken.length > 0 ? "rule" : "rule quiet"}>
        {broken.length > 0
          ? t(`${broken.length}条不成立`, many(broken.length, "does not hold", "do not hold"))
          : formatCoordinate(cell.coordinate, language())}
      </span>
    </div>
  );
}

/** Brings the chosen figure into view, again when a finding that opens takes some of the room. */
export function useScrollTo(address: string | null, finding: string | null): void {
  useEffect(() => {
    if (address === null) return;
    document.querySelector(`[data-address="${CSS.escape(address)}"]`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [address, finding]);
}

/** Gives the focus to a figure as soon as it is drawn, before the next key: a key that finds no figure would be lost. */
export function focusCell(address: string): void {
  queueMicrotask(() => {
    const found = document.querySelector<HTMLElement>(`[data-address="${CSS.escape(address)}"]`);
    found?.scrollIntoView({ block: "center", inline: "nearest" });
    found?.focus({ preventScroll: true });
  });
}
