/**
 * The panel at the side: what is wrong and what would mend it; or the chosen figure and the record of changes.
 */
import { type Cell, type Draft, describeForm, figureAt, formatCitation, formatCoordinate, isAddress } from "disclosure-report";
import type { Problem, Repair } from "disclosure-report/repair";
import type { JSX } from "preact";
import type { Desk } from "./desk.js";
import { focusCell } from "./Form.js";
import { gridOf } from "./grid.js";
import { Icon } from "./icons.js";
import { language, many, said, t } from "./language.js";
import { type Change, type Equation, equationOf, type How, now, type Operand, type SheetItem, type Step } from "./model.js";
import { type Fill, LEVELS, type Level, longLabel, type PanelItem, placeText, shortLabel, sureness } from "./panel.js";
import type { OfFindings, OfReport } from "./props.js";
import { downloadRecord } from "./take.js";

export function Side({ desk, item, items }: OfFindings): JSX.Element {
  const { side } = desk.state;
  const tab = (id: "findings" | "cell", name: string): JSX.Element => (
    <button
      type="button"
      role="tab"
      id={`tab-${id}`}
      aria-controls="side-panel"
      aria-selected={side === id}
      onClick={() => desk.set({ side: id })}
    >
      {name}
    </button>
  );
  return (
    <aside class="side" aria-label={t("核对结果", "findings")}>
      <header>
        <div class="tabs" role="tablist" aria-label={t("核对与更正", "findings and record")}>
          {tab("findings", `${t("核对结果", "Findings")} ${items.filter(({ kept }) => !kept).length}`)}
          {tab("cell", t("本格与更正记录", "Cell and record"))}
        </div>
      </header>
      <div class="scroll" id="side-panel" role="tabpanel" aria-labelledby={`tab-${side}`} tabIndex={-1}>
        {side === "findings" ? (
          <Findings desk={desk} item={item} items={items} />
        ) : (
          <>
            <CellCard desk={desk} item={item} />
            <RecordTable desk={desk} item={item} />
          </>
        )}
      </div>
    </aside>
  );
}

// ---- findings ----

export function Tally({ item }: { readonly item: SheetItem }): JSX.Element {
  const rules = gridOf(now(item.sheet).draft.edition).rules;
  const count = { holds: 0, violated: 0, undetermined: 0 };
  for (const { rule, outcome } of item.quick.verdicts) if (rules.has(rule)) count[outcome] += 1;
  return (
    <p class="state">
      {t(`勾稽关系${rules.size}条：`, `${many(rules.size, "balance")}: `)}
      {count.violated === 0 ? null : <b>{t(`不成立${count.violated}`, many(count.violated, "does not hold", "do not hold"))}</b>}
      {count.violated === 0 ? null : t("，", ", ")}
      {count.undetermined === 0 ? null : (
        <span class="am">{t(`无法判定${count.undetermined}`, `${count.undetermined} cannot be told`)}</span>
      )}
      {count.undetermined === 0 ? null : t("，", ", ")}
      {t(`成立${count.holds}`, many(count.holds, "holds", "hold"))}
    </p>
  );
}

function Findings({ desk, item, items }: OfFindings): JSX.Element {
  return (
    <>
      <Tally item={item} />
      {items.length === 0 ? (
        <div class="find">
          <div class="sum plain">
            <Icon name="tick" />
            <h3>{item.check === null ? t("正在核对", "Checking") : t("未发现问题", "Nothing was found")}</h3>
          </div>
        </div>
      ) : null}
      {items.map((one) => (
        <FindingBox key={one.key} desk={desk} item={item} one={one} />
      ))}
    </>
  );
}

const levelName = (level: Level): string =>
  level === "error" ? t("错误", "Error") : level === "warning" ? t("提醒", "Look at") : t("建议", "Advice");

export function openFinding(desk: Desk, one: PanelItem, focus: boolean): void {
  const [first] = one.suspects.length > 0 ? one.suspects : one.cells;
  desk.set({
    finding: one.key,
    side: "findings",
    ...(first === undefined ? {} : { selected: first, anchor: first, typing: null }),
  });
  if (first !== undefined && focus) focusCell(first);
  if (first === undefined && one.path !== null)
    document.querySelector(`[data-path="${CSS.escape(one.path)}"]`)?.scrollIntoView({ block: "center" });
}

function showCell(desk: Desk, address: string): void {
  desk.select(address);
  focusCell(address);
}

interface OfFinding extends OfReport {
  readonly one: PanelItem;
}

function FindingBox({ desk, item, one }: OfFinding): JSX.Element {
  const isOpen = desk.state.finding === one.key;
  const { icon, className, mark } = LEVELS[one.level];
  return (
    <article class={`find ${className} ${isOpen ? "open" : ""} ${one.kept ? "kept" : ""}`} data-finding={one.key}>
      <h3 class="head">
        <button
          type="button"
          class="sum"
          aria-expanded={isOpen}
          onClick={() => (isOpen ? desk.set({ finding: null }) : openFinding(desk, one, false))}
        >
          <Icon name={icon} />
          <span class="title">{one.title}</span>
          <span class={`k ${mark}`}>
            <b>{one.kept ? t("已核实保留", "left as it is") : levelName(one.level)}</b>
            {one.where === "" ? null : <span>{one.where}</span>}
          </span>
        </button>
      </h3>
      {isOpen ? <FindingBody desk={desk} item={item} one={one} /> : null}
    </article>
  );
}

export function FindingBody({ desk, item, one }: OfFinding): JSX.Element {
  const { draft } = now(item.sheet);
  const grid = gridOf(draft.edition);
  const rules = one.rules.flatMap((id) => grid.rules.get(id) ?? []);
  return (
    <div class="body">
      {one.body === "" ? null : <p class="why">{one.body}</p>}
      {one.alike.length === 0 ? null : <Alike desk={desk} alike={one.alike} />}
      {rules.length === 0 ? null : (
        <h4>
          {rules.length === 1
            ? t("勾稽关系不成立", "The balance does not hold")
            : t(`${rules.length}条勾稽关系不成立`, many(rules.length, "balance does not hold", "balances do not hold"))}
        </h4>
      )}
      {rules.map((rule) => (
        <EquationBox
          key={rule.id}
          equation={equationOf(rule, draft, desk.previousOf(item.sheet))}
          suspects={one.suspects}
          draft={draft}
        />
      ))}
      {one.problem === null ? null : <Remedy desk={desk} problem={one.problem} one={one} />}
      {one.fills.length === 0 ? null : <Fills desk={desk} fills={one.fills} draft={draft} />}
      {one.leavable ? <Leave desk={desk} one={one} /> : null}
      <SourceBox item={item} addresses={one.suspects.length > 0 ? one.suspects.slice(0, 1) : one.cells.slice(0, 1)} />
    </div>
  );
}

const MOST_ALIKE = 40;

/** Findings of one kind, a line each; those with cells lead to them. */
function Alike({ desk, alike }: { readonly desk: Desk; readonly alike: readonly PanelItem[] }): JSX.Element {
  return (
    <ul class="alike">
      {alike.slice(0, MOST_ALIKE).map(({ key, title, where, cells: [first] }) => (
        <li key={key}>
          {first === undefined ? (
            title
          ) : (
            <button type="button" onClick={() => showCell(desk, first)}>
              {title}
              {where === "" ? null : <span>{where}</span>}
            </button>
          )}
        </li>
      ))}
      {alike.length > MOST_ALIKE ? (
        <li>{t(`另有${alike.length - MOST_ALIKE}处。`, `${alike.length - MOST_ALIKE} more.`)}</li>
      ) : null}
    </ul>
  );
}

const MOST_OPERANDS = 12;

function EquationBox({
  equation,
  suspects,
  draft,
}: {
  readonly equation: Equation;
  readonly suspects: readonly string[];
  readonly draft: Draft;
}): JSX.Element {
  const { rule, left, right, leftSum, rightSum } = equation;
  const [only] = right;
  const form = describeForm(draft.edition);
  const name = form.byAddress[only?.address ?? ""]?.fieldPath.at(-1)?.term;
  return (
    <div class="eq">
      <span class="of">{said(rule.statement)}</span>
      <Sum operands={left} sum={leftSum} suspects={suspects} />
      {right.length > 1 ? (
        <>
          <br />
          <Sum operands={right} sum={rightSum} suspects={suspects} />
        </>
      ) : null}
      <div class="res">
        {right.length === 1 && only !== undefined ? (
          <span>
            {t(`${name?.label ?? ""}填报`, `${name?.english ?? ""} reported: `)}
            <span class={suspects.includes(only.address) ? "x" : ""}>{only.value ?? t("未填", "blank")}</span>
          </span>
        ) : (
          <span>{t("等式两边", "both sides")}</span>
        )}
        {leftSum === null || rightSum === null ? null : leftSum === rightSum ? (
          <span>{t("相等", "equal")}</span>
        ) : (
          <span class="diff">{t(`相差${Math.abs(leftSum - rightSum)}`, `off by ${Math.abs(leftSum - rightSum)}`)}</span>
        )}
      </div>
    </div>
  );
}

/** 3440 + 75 + 0 = 3515; of a long sum, zeros are left out. */
function Sum({
  operands,
  sum,
  suspects,
}: {
  readonly operands: readonly Operand[];
  readonly sum: number | null;
  readonly suspects: readonly string[];
}): JSX.Element {
  const long = operands.length > MOST_OPERANDS;
  const shown = long ? operands.filter(({ value }) => value !== 0) : operands;
  return (
    <span class="sumline">
      {shown.length === 0 ? "0" : null}
      {shown.map(({ address, value, sign }, i) => (
        <>
          {i === 0 ? (sign === -1 ? "−" : "") : sign === -1 ? " − " : " + "}
          <span key={address} class={suspects.includes(address) ? "x" : ""}>
            {value ?? t("未填", "blank")}
          </span>
        </>
      ))}
      {sum === null ? null : (
        <>
          {" = "}
          <b>{sum}</b>
        </>
      )}
    </span>
  );
}

const MOST_REPAIRS = 6;

function Remedy({
  desk,
  problem,
  one,
}: {
  readonly desk: Desk;
  readonly problem: Problem;
  readonly one: PanelItem;
}): JSX.Element | null {
  const usable = problem.repairs.filter(({ settled }) => settled);
  const sure = sureness(problem);
  const [first] = usable;
  if (first === undefined) {
    return (
      <p class="why">
        {t("未找到能使各项成立的简单更正，请对照台账核实。", "No simple correction was found; compare with your records.")}
      </p>
    );
  }
  const more = problem.repairs.length + problem.omitted - Math.min(usable.length, MOST_REPAIRS);
  const bars = (
    <span class="sure">
      {t("把握", "Certainty")}
      <span aria-hidden="true">
        {[1, 2, 3].map((bar) => (
          <i key={bar} class={bar <= sure.bars ? "f" : ""} />
        ))}
      </span>
      <b>{sure.word}</b>
    </span>
  );
  const apply = (repair: Repair): void => {
    desk.repair(repair, repair.changes.map(({ why }) => why).join(t("；", "; ")));
    const [change] = repair.changes;
    if (change !== undefined) focusCell(change.address);
  };
  const [change, ...others] = first.changes;
  if (problem.certain && change !== undefined && others.length === 0) {
    return (
      <div class="fix">
        <div class="to">
          <s>{change.from ?? t("空", "blank")}</s>
          <span aria-hidden="true">→</span>
          <ins>{change.to}</ins>
          {bars}
        </div>
        <p>{change.why}</p>
        <div class="acts">
          <button type="button" class="b on" data-apply onClick={() => apply(first)}>
            {t(`更正为${change.to}`, `Correct to ${change.to}`)}
          </button>
          <LeaveButton desk={desk} one={one} />
        </div>
      </div>
    );
  }
  return (
    <div class="fix">
      <div class="alts">
        <span>{problem.certain || usable.length === 1 ? t("更正", "Correction") : t("更正其一即可", "Any one of these")}</span>
        {bars}
      </div>
      {usable.slice(0, MOST_REPAIRS).map((repair) => (
        <div class="alt" key={repair.changes.map(({ address, to }) => `${address}=${to}`).join()}>
          <div>
            {repair.changes.map((each) => (
              <div key={each.address}>
                <RepairLine address={each.address} from={each.from} to={each.to} why={each.why} />
              </div>
            ))}
          </div>
          <button type="button" class={problem.certain ? "b on" : "b"} data-apply={problem.certain} onClick={() => apply(repair)}>
            {problem.certain
              ? t(`更正${repair.changes.length}格`, `Correct ${many(repair.changes.length, "figure")}`)
              : t("采用", "Use")}
            <span class="vh">{repair.changes.map(({ why }) => why).join()}</span>
          </button>
        </div>
      ))}
      {more > 0 ? <p class="more">{t(`另有${more}种更正未列出。`, `${more} more are not listed.`)}</p> : null}
      <div class="acts">
        <LeaveButton desk={desk} one={one} />
      </div>
    </div>
  );
}

function RepairLine({
  address,
  from,
  to,
  why,
}: Pick<Change, "from" | "to"> & { readonly address: string; readonly why: string }): JSX.Element {
  const cell = cellAnywhere(address);
  return (
    <span title={why}>
      {cell === null ? address : shortLabel(cell)} <s>{from ?? t("空", "blank")}</s> → <b>{to}</b>
    </span>
  );
}

function cellAnywhere(address: string): Cell | null {
  return describeForm("2021").byAddress[address] ?? describeForm("2019").byAddress[address] ?? null;
}

function LeaveButton({ desk, one }: { readonly desk: Desk; readonly one: PanelItem }): JSX.Element {
  return (
    <button type="button" class="b" onClick={() => desk.leave(one.key, !one.kept)}>
      {one.kept ? t("重新列出", "List it again") : t("核实无误，保留", "It is right, leave it")}
    </button>
  );
}

function Leave({ desk, one }: { readonly desk: Desk; readonly one: PanelItem }): JSX.Element {
  return (
    <div class="acts">
      <LeaveButton desk={desk} one={one} />
    </div>
  );
}

function Fills({
  desk,
  fills,
  draft,
}: {
  readonly desk: Desk;
  readonly fills: readonly Fill[];
  readonly draft: Draft;
}): JSX.Element {
  const form = describeForm(draft.edition);
  const fill = (some: readonly Fill[]): void => {
    const [first] = some;
    if (first === undefined) return;
    desk.fill(first.how, new Map(some.map(({ address, value }) => [address, value])), some.length === 1 ? first.why : "");
  };
  return (
    <div class="fix">
      {fills.slice(0, 30).map((each) => {
        const cell = form.byAddress[each.address];
        return (
          <div class="alt" key={each.address}>
            <div>
              <span title={each.why}>
                {cell === undefined ? each.address : shortLabel(cell)} → <b>{each.value}</b>
              </span>
              <small class="why">{each.why}</small>
            </div>
            <button type="button" class="b" onClick={() => fill([each])}>
              {t("填入", "Fill in")}
              <span class="vh">
                {cell === undefined ? each.address : `${formatCoordinate(cell.coordinate, language())} ${each.value}`}
              </span>
            </button>
          </div>
        );
      })}
      {fills.length > 30 ? (
        <p class="more">{t(`另有${fills.length - 30}格未列出。`, `${fills.length - 30} more are not listed.`)}</p>
      ) : null}
      <div class="acts">
        <button type="button" class="b on" data-apply onClick={() => fill(fills)}>
          {t(`填入${fills.length}格`, `Fill in ${fills.length}`)}
        </button>
      </div>
    </div>
  );
}

/** What the file says at a place, and where that is. */
function SourceBox({ item, addresses }: { readonly item: SheetItem; readonly addresses: readonly string[] }): JSX.Element | null {
  const [address] = addresses;
  const entry = item.sheet.log.get(address ?? "");
  if (entry === undefined || entry.raw === null) return null;
  const cell = cellAnywhere(entry.address);
  return (
    <>
      <h4>{t("原文件中的位置", "Place in the file")}</h4>
      <div class="src">
        <div class="strip2">
          <span>{cell === null ? "" : shortLabel(cell)}</span>
          <span class="hit">{entry.raw}</span>
        </div>
        <p>
          {item.sheet.name}
          {entry.place === null ? "" : `${t("，", ", ")}${placeText(entry.place)}`}
        </p>
      </div>
    </>
  );
}

// ---- the cell ----

function CellCard({ desk, item }: OfReport): JSX.Element {
  const { sheet, quick } = item;
  const snapshot = now(sheet);
  const { draft } = snapshot;
  const form = describeForm(draft.edition);
  const cell = form.byAddress[desk.state.selected ?? ""];
  if (cell === undefined)
    return (
      <p class="state">
        {t(
          "点选表中一格，这里列出它的来历和有关的勾稽关系。",
          "Choose a figure of the form: its origin and its balances are listed here.",
        )}
      </p>
    );
  const { address } = cell;
  const value = figureAt(draft, address);
  const entry = sheet.log.get(address);
  const previous = desk.previousOf(sheet);
  const last = previous !== null && isAddress(previous.edition, address) ? figureAt(previous, address) : null;
  const basis = [...cell.recordPath, ...cell.fieldPath].flatMap(({ term }) => term.basis);
  const outcomes = new Map(quick.verdicts.map(({ rule, outcome }) => [rule, outcome]));
  const behind = sheet.behind[address] ?? [];
  const rules = gridOf(draft.edition).watching.get(address) ?? [];
  const was = figureAt(sheet.base.draft, address);
  return (
    <section class="card" aria-label={t("本格", "this cell")}>
      <h3>{longLabel(cell)}</h3>
      <dl>
        <dt>{t("位置", "Place")}</dt>
        <dd>{formatCoordinate(cell.coordinate, language())}</dd>
        <dt>{t("现填", "Now")}</dt>
        <dd class="n">
          <b>{snapshot.refused[address] ?? value ?? t("未填", "blank")}</b>
          {snapshot.refused[address] === undefined ? null : t("（不是数，未采用）", " (not a number, not used)")}
        </dd>
        {Object.is(was, value) ? null : (
          <>
            <dt>{t("更正前", "Before")}</dt>
            <dd class="n">{was ?? t("未填", "blank")}</dd>
          </>
        )}
        {entry === undefined ? null : (
          <>
            <dt>{t("原文", "In the file")}</dt>
            <dd>
              {entry.raw === null ? (
                t("文件中没有这一格", "the file has no such place")
              ) : (
                <q class="raw">{entry.raw === "" ? t("（空）", "(empty)") : entry.raw}</q>
              )}
              {entry.place === null ? null : <small>{placeText(entry.place)}</small>}
            </dd>
          </>
        )}
        {previous === null ? null : (
          <>
            <dt>{t("上年填报", "Last year")}</dt>
            <dd class="n">
              {last ?? t("未填", "blank")}
              {typeof last === "number" && typeof value === "number" && last !== value ? (
                <span class="ch">
                  {value > last
                    ? t(`增加${value - last}`, `up ${value - last}`)
                    : t(`减少${last - value}`, `down ${last - value}`)}
                </span>
              ) : null}
            </dd>
          </>
        )}
        {basis.length === 0 ? null : (
          <>
            <dt>{t("依据", "Basis")}</dt>
            <dd>{[...new Set(basis.map((citation) => formatCitation(citation)))].join(t("、", ", "))}</dd>
          </>
        )}
        {behind.length === 0 ? null : (
          <>
            <dt>{t("台账", "Register")}</dt>
            <dd>
              {behind.slice(0, 40).join(t("、", ", ")) +
                (behind.length > 40 ? t(`等${behind.length}件`, ` … ${behind.length} in all`) : "")}
            </dd>
          </>
        )}
      </dl>
      <h4>{t("与本格有关的勾稽关系", "Balances with this figure")}</h4>
      <ul class="rules">
        {rules.map((rule) => {
          const outcome = outcomes.get(rule.id) ?? "undetermined";
          const { leftSum, rightSum } = equationOf(rule, draft);
          return (
            <li key={rule.id} class={outcome === "violated" ? "no" : ""}>
              {outcome === "violated" ? (
                <Icon name="cross" label={t("不成立", "does not hold")} />
              ) : outcome === "holds" ? (
                <Icon name="tick" label={t("成立", "holds")} />
              ) : (
                <Icon name="dashed" label={t("未判", "cannot be told")} />
              )}
              <span>
                {outcome === "violated" && leftSum !== null && rightSum !== null ? (
                  <b>{t(`相差${Math.abs(leftSum - rightSum)}：`, `off by ${Math.abs(leftSum - rightSum)}: `)}</b>
                ) : null}
                {said(rule.statement)}
                {leftSum === null || rightSum === null ? null : (
                  <small class="n">{`${leftSum} ${leftSum === rightSum ? "=" : "≠"} ${rightSum}`}</small>
                )}
              </span>
            </li>
          );
        })}
        {rules.length === 0 ? <li class="none">{t("没有勾稽关系用到这一格。", "No balance reads this figure.")}</li> : null}
      </ul>
    </section>
  );
}

export const howName = (how: How): string =>
  ({
    typed: t("手工改", "typed"),
    pasted: t("粘贴", "pasted"),
    cleared: t("清空", "made blank"),
    repair: t("采纳更正", "correction applied"),
    offer: t("采纳推算", "derived"),
    lastYear: t("由上年填入", "from last year"),
    computed: t("自动合计", "totals computed"),
    text: t("改写文字", "text edited"),
    head: t("改基本情况", "particulars edited"),
  })[how];

export const clock = (time: number): string => {
  const date = new Date(time);
  return `${String(date.getHours()).padStart(2, "0")}:${String(date.getMinutes()).padStart(2, "0")}`;
};

function RecordTable({ desk, item }: OfReport): JSX.Element {
  const { sheet } = item;
  const steps = sheet.steps.map((step, i) => ({ step, i })).reverse();
  return (
    <section aria-label={t("更正记录", "record of changes")}>
      <header class="sub">
        <h3>{t("更正记录", "Record of changes")}</h3>
        <button type="button" class="b quiet" disabled={sheet.done === 0} onClick={() => downloadRecord(sheet)}>
          {t("导出记录", "Export the record")}
        </button>
      </header>
      {steps.length === 0 ? (
        <p class="state">{t("尚无更正。", "Nothing was changed yet.")}</p>
      ) : (
        <table class="rec">
          <thead>
            <tr>
              <th scope="col">{t("时间", "Time")}</th>
              <th scope="col">{t("位置和方式", "Place and how")}</th>
              <th scope="col">{t("原数和改数", "From and to")}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ step, i }) => (
              <StepRows key={i} desk={desk} step={step} undone={i >= sheet.done} isNow={i === sheet.done && sheet.done > 0} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const MOST_CHANGES = 8;

function StepRows({
  desk,
  step,
  undone,
  isNow,
}: {
  readonly desk: Desk;
  readonly step: Step;
  readonly undone: boolean;
  readonly isNow: boolean;
}): JSX.Element {
  const shown = step.changes.slice(0, MOST_CHANGES);
  return (
    <>
      {shown.map((change, i) => {
        const cell = cellAnywhere(change.at);
        const how = howName(step.how) + (undone ? t("，已撤销", ", undone") : "");
        const last = i === shown.length - 1;
        return (
          <tr key={change.at} class={`${undone ? "gone" : ""} ${isNow && last ? "now" : ""}`}>
            <td>{clock(step.time)}</td>
            <td>
              {cell === null ? (
                changeName(change.at)
              ) : (
                <button
                  type="button"
                  class="link"
                  onClick={() => {
                    desk.select(change.at);
                    focusCell(change.at);
                  }}
                >
                  {formatCoordinate(cell.coordinate, language())}
                </button>
              )}
              <br />
              {how}
            </td>
            <td class="v">
              {cell === null ? (
                t("见正文", "see the text")
              ) : (
                <>
                  <s>{change.from ?? t("空", "blank")}</s> → <b>{change.to ?? t("空", "blank")}</b>
                </>
              )}
            </td>
          </tr>
        );
      })}
      {step.changes.length > MOST_CHANGES ? (
        <tr class={undone ? "gone" : ""}>
          <td />
          <td colSpan={2}>
            {t(`同时改动的还有${step.changes.length - MOST_CHANGES}处`, `and ${step.changes.length - MOST_CHANGES} more at once`)}
          </td>
        </tr>
      ) : null}
    </>
  );
}

export function changeName(path: string): string {
  if (path.startsWith("narrative.")) return t("正文", "text");
  const names: Readonly<Record<string, string>> = {
    "agency.name": t("机关名称", "agency"),
    "agency.kind": t("机关性质", "kind of agency"),
    "agency.level": t("机关层级", "level of agency"),
    year: t("报告年度", "report year"),
    signedOn: t("成文日期", "date signed"),
    publishedOn: t("发布日期", "date published"),
  };
  return names[path] ?? path;
}
