/**
 * The sheets that lie over the page: help, beginning a report, its particulars, licences.
 */
import {
  type AgencyKind,
  type AgencyLevel,
  agencyKinds,
  agencyLevels,
  type Draft,
  type EditionId,
  editionForYear,
  editionIds,
  editions,
} from "disclosure-report";
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Desk } from "./desk.js";
import { Icon } from "./icons.js";
import { keyList } from "./keys.js";
import { OpenButton } from "./List.js";
import { language, t } from "./language.js";
import { now, withHead } from "./model.js";
import { RegisterDialog } from "./Register.js";
import { BeginList, openSample } from "./Start.js";

export function Dialogs({ desk }: { readonly desk: Desk }): JSX.Element | null {
  switch (desk.state.dialog) {
    case null:
      return null;
    case "help":
      return <Help key="help" desk={desk} />;
    case "begin":
      return (
        <Sheet key="begin" desk={desk} title={t("新建报告", "Begin a report")}>
          <BeginList desk={desk} />
        </Sheet>
      );
    case "blank":
      return <Blank key="blank" desk={desk} />;
    case "lastYear":
      return <LastYear key="lastYear" desk={desk} />;
    case "register":
      return <RegisterDialog key="register" desk={desk} />;
    case "head":
      return <HeadDialog key="head" desk={desk} />;
    case "licences":
      return <Licences key="licences" desk={desk} />;
  }
}

/** A dialog of the browser's own, which keeps the focus inside and closes with Esc. */
export function Sheet({
  desk,
  title,
  wide = false,
  children,
}: {
  readonly desk: Desk;
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={wide ? "over wide" : "over"}
      aria-labelledby="dialog-title"
      onClose={() => desk.set({ dialog: null })}
      onCancel={(event) => {
        // At once: the browser tells of the closing later, and a key in between would be lost.
        event.preventDefault();
        desk.set({ dialog: null });
      }}
    >
      <header>
        <h2 id="dialog-title">{title}</h2>
        <button type="button" class="b quiet icon" onClick={() => desk.set({ dialog: null })}>
          <Icon name="close" label={t("关闭", "close")} />
        </button>
      </header>
      <div class="in">{children}</div>
    </dialog>
  );
}

function Help({ desk }: { readonly desk: Desk }): JSX.Element {
  return (
    <Sheet desk={desk} title={t("帮助", "Help")} wide>
      <ol class="steps">
        <li>
          {t(
            "把Word、Excel、PDF、OFD或网页拖进来，或复制表格后按Ctrl V。",
            "Drop Word, Excel, PDF, OFD files or web pages, or copy the table and press Ctrl V.",
          )}
        </li>
        <li>
          {t(
            "表格右侧和下方的勾表示勾稽关系成立，红字表示不成立，“未判”表示有空白、不能判定。",
            "Ticks beside and below the table: the balance holds; red: it does not; “?”: something is blank.",
          )}
        </li>
        <li>
          {t(
            "右边逐条说明哪个数可能填错、应为多少、有多大把握；可点按钮更正，也可直接在格中修改。",
            "The panel names the figure that may be wrong, what it should be and how sure that is; correct it by its button, or in the form.",
          )}
        </li>
        <li>
          {t(
            "改好后按“导出”，得到Word、Excel等文件；打印可存为PDF。",
            "Export the corrected report as Word or Excel; print to get a PDF.",
          )}
        </li>
      </ol>
      <p class="acts">
        <button
          type="button"
          class="b on"
          data-begin="sample"
          onClick={() => {
            desk.set({ dialog: null });
            void openSample(desk);
          }}
        >
          {t("打开示例", "Open the sample")}
        </button>
        <button type="button" class="b" onClick={() => desk.set({ dialog: "licences" })}>
          {t("软件许可", "Licences")}
        </button>
      </p>
      <h3>{t("按键", "Keys")}</h3>
      <dl class="keys">
        {keyList().map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <h3>{t("文件不离开这台计算机", "Files do not leave this computer")}</h3>
      <p>
        {t(
          "本页是一个独立的网页文件，不联网。如发现本页联网，即为缺陷。勾选“在本浏览器保存草稿”后，草稿存在本浏览器中；其他从磁盘打开的网页可能共用这一存储，公用计算机上请勿勾选，或用后按“清空”。",
          "This page is one file and makes no connection; any connection is a defect. With “Keep drafts” they are stored in this browser. Other pages opened from a disk may share that store: do not use it on shared computers, or clear it afterwards.",
        )}
      </p>
    </Sheet>
  );
}

function Licences({ desk }: { readonly desk: Desk }): JSX.Element {
  const text: unknown = JSON.parse(document.getElementById("licences")?.textContent ?? '""');
  return (
    <Sheet desk={desk} title={t("软件许可", "Licences")} wide>
      <p>{t("本页包含下列软件。", "This page contains the following software.")}</p>
      <pre class="licences" tabIndex={0}>
        {String(text)}
      </pre>
    </Sheet>
  );
}

interface HeadFields {
  readonly name: string;
  readonly year: string;
  readonly kind: AgencyKind | "";
  readonly level: AgencyLevel | "";
  readonly signedOn: string;
  readonly publishedOn: string;
}

const YEARS = /^(19|20)\d\d$/;

function headFrom(fields: HeadFields) {
  return {
    name: fields.name.trim(),
    kind: fields.kind === "" ? undefined : fields.kind,
    level: fields.level === "" ? undefined : fields.level,
    year: YEARS.test(fields.year) ? Number(fields.year) : undefined,
    signedOn: fields.signedOn,
    publishedOn: fields.publishedOn,
  };
}

const kindIds: readonly AgencyKind[] = ["government", "department"];
const levelIds: readonly AgencyLevel[] = ["national", "provincial", "prefectural", "county", "township"];
const word = (term: { readonly label: string; readonly english: string }): string =>
  language() === "zh" ? term.label : term.english;

function HeadForm({
  fields,
  set,
  dates,
}: {
  readonly fields: HeadFields;
  readonly set: (fields: HeadFields) => void;
  readonly dates: boolean;
}): JSX.Element {
  return (
    <div class="fields">
      <label>
        {t("机关名称", "Agency")}
        <input
          name="name"
          value={fields.name}
          maxLength={200}
          onInput={(event) => set({ ...fields, name: event.currentTarget.value })}
        />
      </label>
      <label>
        {t("报告年度", "Report year")}
        <input
          name="year"
          value={fields.year}
          inputMode="numeric"
          maxLength={4}
          onInput={(event) => set({ ...fields, year: event.currentTarget.value })}
        />
      </label>
      <label>
        {t("机关性质", "Kind of agency")}
        <select
          name="kind"
          value={fields.kind}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            set({ ...fields, kind: kindIds.find((id) => id === chosen) ?? "" });
          }}
        >
          <option value="">{t("不填", "not stated")}</option>
          {kindIds.map((id) => (
            <option key={id} value={id}>
              {word(agencyKinds[id])}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("机关层级", "Level")}
        <select
          name="level"
          value={fields.level}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            set({ ...fields, level: levelIds.find((id) => id === chosen) ?? "" });
          }}
        >
          <option value="">{t("不填", "not stated")}</option>
          {levelIds.map((id) => (
            <option key={id} value={id}>
              {word(agencyLevels[id])}
            </option>
          ))}
        </select>
      </label>
      {dates ? (
        <>
          <label>
            {t("成文日期", "Signed on")}
            <input
              name="signedOn"
              type="date"
              value={fields.signedOn}
              onInput={(event) => set({ ...fields, signedOn: event.currentTarget.value })}
            />
          </label>
          <label>
            {t("发布日期", "Published on")}
            <input
              name="publishedOn"
              type="date"
              value={fields.publishedOn}
              onInput={(event) => set({ ...fields, publishedOn: event.currentTarget.value })}
            />
          </label>
        </>
      ) : null}
    </div>
  );
}

const fieldsOf = ({ agency, year, signedOn, publishedOn }: Draft): HeadFields => ({
  name: agency?.name ?? "",
  year: year === undefined ? "" : String(year),
  kind: agency?.kind ?? "",
  level: agency?.level ?? "",
  signedOn: signedOn ?? "",
  publishedOn: publishedOn ?? "",
});

function HeadDialog({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const { sheetItem } = desk;
  const draft = sheetItem === null ? null : now(sheetItem.sheet).draft;
  const [fields, set] = useState(draft === null ? null : fieldsOf(draft));
  if (fields === null || draft === null) return null;
  const due = YEARS.test(fields.year) ? editionForYear(Number(fields.year)) : null;
  const other = editionIds.find((id) => id !== draft.edition);
  return (
    <Sheet desk={desk} title={t("机关、年度和日期", "Agency, year and dates")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          desk.set({ dialog: null });
          desk.rewrite("head", (old) => withHead(old, headFrom(fields)));
        }}
      >
        <HeadForm fields={fields} set={set} dates />
        {due !== null && due !== draft.edition ? (
          <p class="am">
            {t(
              `${fields.year}年度应使用${due}年格式，本报告用的是${draft.edition}年格式。`,
              `The year ${fields.year} is reported on edition ${due}; this report is on edition ${draft.edition}.`,
            )}
          </p>
        ) : null}
        <p class="acts">
          <button type="submit" class="b on">
            {t("确定", "OK")}
          </button>
          {other === undefined ? null : (
            <button type="button" class="b" data-migrate={other} onClick={() => void migrateTo(desk, other)}>
              {t(`转为${other}年格式`, `Bring to edition ${other}`)}
            </button>
          )}
        </p>
      </form>
    </Sheet>
  );
}

/** Opens the report on the other edition's form beside the old one, with what could not be carried. */
export async function migrateTo(desk: Desk, edition: EditionId): Promise<void> {
  const { sheetItem } = desk;
  if (sheetItem === null) return;
  const { draft, findings, carried, notCarried } = await desk.helper.ask("migrate", {
    draft: now(sheetItem.sheet).draft,
    to: edition,
    language: language(),
  });
  desk.add(
    t(`${sheetItem.sheet.name}（转为${edition}年格式）`, `${sheetItem.sheet.name} (edition ${edition})`),
    "migrated",
    draft,
    { remarks: findings, previousId: sheetItem.sheet.previousId },
  );
  desk.set({
    notice: t(
      `已转入${carried}格，${notCarried.length}项不能转入，见核对结果。`,
      `${carried} figures carried, ${notCarried.length} could not be; see the findings.`,
    ),
  });
}

function Blank({ desk }: { readonly desk: Desk }): JSX.Element {
  const [fields, set] = useState<HeadFields>({ name: "", year: "", kind: "", level: "", signedOn: "", publishedOn: "" });
  const [edition, setEdition] = useState<EditionId>("2021");
  const [mode, setMode] = useState<"check" | "compute">("compute");
  const due = YEARS.test(fields.year) ? editionForYear(Number(fields.year)) : null;
  return (
    <Sheet desk={desk} title={t("填写空白表", "Fill in an empty form")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const draft = withHead({ edition }, headFrom(fields));
          desk.add(t("新建报告", "new report"), "blank", draft, {}, mode);
        }}
      >
        <HeadForm
          fields={fields}
          set={(next) => {
            set(next);
            const asked = YEARS.test(next.year) ? editionForYear(Number(next.year)) : null;
            if (asked !== null) setEdition(asked);
          }}
          dates={false}
        />
        <fieldset>
          <legend>{t("格式", "Edition")}</legend>
          {editionIds.map((id) => (
            <label key={id} class="radio">
              <input type="radio" name="edition" value={id} checked={edition === id} onChange={() => setEdition(id)} />
              {t(`${id}年格式（${yearsOf(id)}）`, `edition ${id} (${yearsOf(id)})`)}
            </label>
          ))}
          {due !== null && due !== edition ? (
            <p class="am">
              {t(`${fields.year}年度应使用${due}年格式。`, `The year ${fields.year} is reported on edition ${due}.`)}
            </p>
          ) : null}
        </fieldset>
        <fieldset>
          <legend>{t("总计", "Totals")}</legend>
          <label class="radio">
            <input type="radio" name="mode" checked={mode === "compute"} onChange={() => setMode("compute")} />
            {t("自动合计", "computed")}
          </label>
          <label class="radio">
            <input type="radio" name="mode" checked={mode === "check"} onChange={() => setMode("check")} />
            {t("自行填写，用于核对", "typed, and checked")}
          </label>
        </fieldset>
        <p class="acts">
          <button type="submit" class="b on">
            {t("新建", "Begin")}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

function yearsOf(id: EditionId): string {
  const { from, to } = editions[id].years;
  return to === null ? t(`${from}年度起`, `from ${from}`) : t(`${from}至${to}年度`, `${from} to ${to}`);
}

function LastYear({ desk }: { readonly desk: Desk }): JSX.Element {
  const { sheets } = desk;
  const [id, setId] = useState(desk.state.current ?? "");
  const chosen = desk.sheetOf(id) ?? sheets[0]?.sheet ?? null;
  const begin = (): void => {
    if (chosen === null) return;
    const { agency, year } = now(chosen).draft;
    const next = year === undefined ? undefined : year + 1;
    const edition = (next === undefined ? null : editionForYear(next)) ?? now(chosen).draft.edition;
    const draft: Draft = { edition, ...(agency === undefined ? {} : { agency }), ...(next === undefined ? {} : { year: next }) };
    const opened = desk.add(
      t(`由${chosen.name}起草`, `from ${chosen.name}`),
      "lastYear",
      draft,
      { previousId: chosen.id },
      "compute",
    );
    desk.set({ finding: "lastYear", current: opened });
  };
  return (
    <Sheet desk={desk} title={t("由上年报告起草", "Begin from last year's report")}>
      {sheets.length === 0 ? (
        <>
          <p>{t("先打开上年的报告，再起草本年。", "Open last year's report first.")}</p>
          <p class="acts">
            <OpenButton desk={desk} className="b on" primary />
          </p>
        </>
      ) : (
        <>
          <div class="fields">
            <label>
              {t("上年报告", "Last year's report")}
              <select name="previous" value={chosen?.id ?? ""} onChange={(event) => setId(event.currentTarget.value)}>
                {sheets.map(({ id: each, sheet }) => {
                  const { agency, year } = now(sheet).draft;
                  return (
                    <option key={each} value={each}>
                      {`${agency?.name ?? sheet.name} ${year ?? ""}`}
                    </option>
                  );
                })}
              </select>
            </label>
          </div>
          <p>
            {t(
              "新报告的上年结转、现行有效件数作为建议列出，逐项确认后填入；其余为空白。",
              "What is brought forward and in force is offered for you to confirm; all else is blank.",
            )}
          </p>
          <p class="acts">
            <button type="button" class="b on" data-start onClick={begin}>
              {t("起草本年报告", "Begin this year's report")}
            </button>
            <OpenButton desk={desk} className="b" />
          </p>
        </>
      )}
    </Sheet>
  );
}
