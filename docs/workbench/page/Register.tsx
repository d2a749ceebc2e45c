/**
 * A report compiled from a register: the file is read, its columns and its words are shown as they were understood, and both can
 * be told otherwise by choosing.
 */
import {
  applicantCategories,
  type Draft,
  describeForm,
  type EditionId,
  editionForYear,
  type Finding,
  remedyKinds,
  remedyResults,
  requestOutcomes,
} from "disclosure-report";
import type { CaseEntry, RegisterReading, RequestEntry } from "disclosure-report/register";
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Chosen } from "../worker/protocol.js";
import { Sheet } from "./Dialogs.js";
import type { Desk } from "./desk.js";
import { language, many, t } from "./language.js";
import { Refused } from "./workers.js";

type Kind = "requests" | "cases";
type Reading = RegisterReading<RequestEntry> | RegisterReading<CaseEntry>;

interface Register {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly columns: Chosen;
  readonly values: Readonly<Record<string, Chosen>>;
  readonly reading: Reading;
}

const FIELDS: Readonly<Record<Kind, readonly (readonly [key: string, zh: string, en: string])[]>> = {
  requests: [
    ["number", "编号", "number"],
    ["applicant", "申请人类别", "kind of applicant"],
    ["received", "收到日期", "received on"],
    ["closed", "办结日期", "concluded on"],
    ["outcome", "办理结果", "outcome"],
  ],
  cases: [
    ["number", "案号", "number"],
    ["kind", "案件类别", "kind of case"],
    ["filed", "收案日期", "filed on"],
    ["closed", "审结日期", "decided on"],
    ["result", "结果", "result"],
  ],
};

/** What a word of a register can mean: the terms of the form. */
function meaningsOf(field: string, edition: EditionId): readonly (readonly [id: string, label: string])[] {
  const name = (term: { readonly label: string; readonly english: string }): string =>
    language() === "zh" ? term.label : term.english;
  const lists: Readonly<Record<string, Readonly<Record<string, { readonly label: string; readonly english: string }>>>> = {
    applicant: applicantCategories,
    kind: remedyKinds,
    result: remedyResults,
  };
  if (field === "outcome") {
    const records = describeForm(edition).tables.flatMap(({ records: all }) => all);
    return records.flatMap(({ cells }) => {
      const leaf = cells[0]?.recordPath.at(-1);
      return leaf?.role === "outcome" ? [[leaf.term.id, name(leaf.term)] as const] : [];
    });
  }
  return Object.entries(lists[field] ?? requestOutcomes).map(([id, term]) => [id, name(term)]);
}

export function RegisterDialog({ desk }: { readonly desk: Desk }): JSX.Element {
  const [requests, setRequests] = useState<Register | null>(null);
  const [cases, setCases] = useState<Register | null>(null);
  const [year, setYear] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);

  const read = async (kind: Kind, register: Omit<Register, "reading">): Promise<void> => {
    const { bytes, columns, values } = register;
    try {
      const asked = { bytes, kind, columns, values, sheet: null, language: language() };
      const reading =
        kind === "requests" ? await desk.helper.ask("readRequests", asked) : await desk.helper.ask("readCases", asked);
      (kind === "requests" ? setRequests : setCases)({ ...register, reading });
      setTrouble(null);
      if (kind === "requests" && year === "") setYear(lastYearIn(reading));
    } catch (error) {
      setTrouble(error instanceof Refused ? error.message : String(error));
    }
  };

  const compile = async (): Promise<void> => {
    if (requests === null || !isRequests(requests.reading)) return;
    const caseReading = cases === null ? null : cases.reading;
    try {
      const made = await desk.helper.ask("tally", {
        requests: requests.reading,
        cases: caseReading !== null && !isRequests(caseReading) ? caseReading : null,
        year: Number(year),
        language: language(),
      });
      const remarks: readonly Finding[] = made.findings;
      const draft: Draft = made.draft;
      desk.add(t(`由台账${requests.name}汇总`, `compiled from ${requests.name}`), "register", draft, {
        remarks,
        behind: made.recordNumbers,
      });
      const { counted, rejected } = made.requests;
      desk.set({
        notice: t(
          `已计入${counted}件申请${rejected > 0 ? `，${rejected}件未能计入，见核对结果` : ""}。`,
          `${counted} requests counted${rejected > 0 ? `, ${rejected} could not be; see the findings` : ""}.`,
        ),
      });
    } catch (error) {
      setTrouble(error instanceof Refused ? error.message : String(error));
    }
  };

  const due = /^(19|20)\d\d$/.test(year) ? editionForYear(Number(year)) : null;
  const ready = requests !== null && requests.reading.entries.length > 0 && due !== null;
  return (
    <Sheet desk={desk} title={t("由申请登记表汇总", "Compile from a register")} wide>
      <p>
        {t(
          "选择依申请公开台账（CSV或Excel，一行一件）。各列含义自动辨认，可以改选。",
          "Choose the register of requests (CSV or Excel, one line each). Columns are recognised; choose others where that is wrong.",
        )}
      </p>
      <RegisterPart
        desk={desk}
        kind="requests"
        title={t("申请台账", "Register of requests")}
        register={requests}
        read={read}
        edition={due ?? "2021"}
      />
      <RegisterPart
        desk={desk}
        kind="cases"
        title={t("复议诉讼台账（没有可不选）", "Register of cases (optional)")}
        register={cases}
        read={read}
        edition={due ?? "2021"}
      />
      {trouble === null ? null : (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      <div class="fields">
        <label>
          {t("报告年度", "Report year")}
          <input
            name="year"
            value={year}
            inputMode="numeric"
            maxLength={4}
            onInput={(event) => setYear(event.currentTarget.value)}
          />
        </label>
      </div>
      <p class="acts">
        <button type="button" class="b on" data-compile disabled={!ready} onClick={() => void compile()}>
          {t("汇总成表", "Compile the tables")}
        </button>
      </p>
    </Sheet>
  );
}

const isRequests = (reading: Reading): reading is RegisterReading<RequestEntry> =>
  reading.columns.some(({ field }) => field === "applicant") || reading.entries.some((entry) => "applicant" in entry);

/** The latest year in which something of the register was received. */
function lastYearIn(reading: Reading): string {
  const years = reading.entries
    .flatMap((entry) => ("received" in entry ? [entry.received.slice(0, 4)] : []))
    .filter((year) => /^\d{4}$/.test(year));
  return years.sort().at(-1) ?? "";
}

interface PartProps {
  readonly desk: Desk;
  readonly kind: Kind;
  readonly title: string;
  readonly register: Register | null;
  readonly read: (kind: Kind, register: Omit<Register, "reading">) => Promise<void>;
  readonly edition: EditionId;
}

function RegisterPart({ kind, title, register, read, edition }: PartProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const chosenFile = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    await read(kind, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), columns: {}, values: {} });
  };
  return (
    <section class="register" data-register={kind}>
      <h3>{title}</h3>
      <p class="acts">
        <button type="button" class="b" onClick={() => input.current?.click()}>
          {register === null ? t("选择台账", "Choose a file") : t("另选文件", "Another file")}
          <span class="vh">{title}</span>
        </button>
        {register === null ? null : (
          <span>
            {register.name}
            {t("，", ", ")}
            {t(`${register.reading.entries.length}行`, many(register.reading.entries.length, "line"))}
          </span>
        )}
      </p>
      <input
        ref={input}
        type="file"
        hidden
        data-files={kind}
        accept=".csv,.txt,.tsv,.xlsx,.xls,.et"
        onChange={(event) => void chosenFile(event.currentTarget.files?.[0])}
      />
      {register === null ? null : <Mapping kind={kind} register={register} read={read} edition={edition} />}
    </section>
  );
}

function Mapping({
  kind,
  register,
  read,
  edition,
}: Pick<PartProps, "kind" | "read" | "edition"> & { readonly register: Register }): JSX.Element {
  const { reading, columns, values } = register;
  const uses = new Map(reading.columns.map((use) => [use.field, use]));
  const unknown = reading.values.filter(({ meaning, written }) => meaning === null && written !== "");
  const trouble = reading.findings.filter(({ severity }) => severity !== "advice");
  return (
    <>
      <table class="mapping">
        <thead>
          <tr>
            <th scope="col">{t("含义", "Meaning")}</th>
            <th scope="col">{t("台账中的列", "Column of the register")}</th>
          </tr>
        </thead>
        <tbody>
          {FIELDS[kind].map(([key, zh, en]) => (
            <tr key={key}>
              <th scope="row">{t(zh, en)}</th>
              <td>
                <select
                  class="pick"
                  name={`column-${key}`}
                  aria-label={t(`${zh}所在的列`, `column of ${en}`)}
                  value={columns[key] ?? uses.get(key)?.name ?? ""}
                  onChange={(event) =>
                    void read(kind, { ...register, columns: { ...columns, [key]: event.currentTarget.value } })
                  }
                >
                  <option value="">{t("请选择", "choose")}</option>
                  {[...new Set(reading.names)].map((name) =>
                    name === "" ? null : (
                      <option key={name} value={name}>
                        {name}
                      </option>
                    ),
                  )}
                </select>
                {uses.get(key)?.basis === "doubtful" ? (
                  <small class="am">{t("请核对：此列可能另有含义", "check: this column may mean something else")}</small>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {unknown.length === 0 ? null : (
        <table class="mapping">
          <caption>{t("未能识别的写法，请指定含义", "Words that are not known: say what they mean")}</caption>
          <tbody>
            {unknown.slice(0, 40).map(({ field, written, rows }) => (
              <tr key={`${field}${written}`}>
                <th scope="row">{t(`${written}（${rows}行）`, `${written} (${many(rows, "line")})`)}</th>
                <td>
                  <select
                    class="pick"
                    name={`value-${field}-${written}`}
                    aria-label={t(`${written}的含义`, `meaning of ${written}`)}
                    value={values[field]?.[written] ?? ""}
                    onChange={(event) =>
                      void read(kind, {
                        ...register,
                        values: { ...values, [field]: { ...values[field], [written]: event.currentTarget.value } },
                      })
                    }
                  >
                    <option value="">{t("请选择", "choose")}</option>
                    {meaningsOf(field, edition).map(([id, label]) => (
                      <option key={id} value={id}>
                        {label}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {trouble.slice(0, 5).map(({ message }, i) => (
        <p key={i} class="am">
          {message}
        </p>
      ))}
    </>
  );
}
