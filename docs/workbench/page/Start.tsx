/**
 * The page while nothing is open: what it takes, what it can begin, what it promises.
 */
import type { JSX } from "preact";
import type { Desk } from "./desk.js";
import { Icon } from "./icons.js";
import { OpenButton } from "./List.js";
import { language, t } from "./language.js";

export async function openSample(desk: Desk): Promise<void> {
  const { current, previous } = await desk.helper.ask("sample", { language: language() });
  const previousId = desk.add(t("示例：上年报告", "sample: last year"), "sample", previous);
  desk.add(t("示例：本年报告", "sample: this year"), "sample", current, { previousId });
}

export function Start({
  desk,
  over,
  touch,
}: {
  readonly desk: Desk;
  readonly over: boolean;
  readonly touch: boolean;
}): JSX.Element {
  const kinds: readonly (readonly [string, string, string])[] = [
    [t("Word、WPS文字", "Word, WPS Writer"), "docx doc wps rtf odt", t("更正后可导出docx", "exported as docx")],
    [t("Excel、WPS表格", "Excel, WPS Spreadsheets"), "xlsx xls et ods", t("更正后可导出xlsx", "exported as xlsx")],
    [t("版式文件", "Fixed pages"), "pdf ofd", t("须有文字，扫描件不能读取", "with text; scans cannot be read")],
    [t("网页", "Web pages"), "html mht", t("含GBK、GB18030编码的旧网页", "old ones in GBK, GB18030 too")],
    [t("文本、数据", "Text, data"), "txt json", t("从网页复制的文字也可以", "text copied from a page too")],
  ];
  return (
    <main class="startmain" id="main">
      <div class="sheet">
        <h1>
          {t("核对或填写政府信息公开工作年度报告", "Check or fill in the annual report on government information disclosure")}
        </h1>
        <p class="lead">
          {t(
            "逐格核对42条勾稽关系，指出填错的数，更正后导出Word、Excel等文件。",
            "Checks the 42 balances figure by figure, names the wrong one, and exports the corrected report as Word or Excel.",
          )}
        </p>
        <div class="two">
          <div>
            <div class={over ? "drop over" : "drop"}>
              <h2>
                {over
                  ? t("松开即打开", "Release to open")
                  : touch
                    ? t("选择报告文件", "Choose report files")
                    : t("把报告拖到这里", "Drop reports here")}
              </h2>
              <p>{t("一份或多份，也可以拖入整个文件夹", "one or many, or a whole folder")}</p>
              <div class="acts">
                <OpenButton desk={desk} className="b on" primary />
                <OpenButton desk={desk} className="b" folder />
              </div>
              <p>
                {t("在Word、WPS或Excel中复制表格，回到这里按", "Copy the table in Word, WPS or Excel, come back and press")}{" "}
                <kbd>Ctrl</kbd> <kbd>V</kbd> {t("也可以", "")}
              </p>
            </div>
            <h2 class="sec">{t("可以打开", "What can be opened")}</h2>
            <table class="kinds">
              <tbody>
                {kinds.map(([name, extensions, note]) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td>{extensions}</td>
                    <td>{note}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div>
            <h2 class="sec">{t("没有现成的报告", "No report yet")}</h2>
            <BeginList desk={desk} />
            <div class="vow">
              <Icon name="offline" />
              <div>
                <b>{t("文件不离开这台计算机", "Files do not leave this computer")}</b>
                <p>
                  {t(
                    "本页不联网，不上传任何内容，断网也能使用。草稿默认不保存，关闭网页即消失；打开报告后可选择在本浏览器保存。",
                    "This page makes no connection and sends nothing; it works offline. Drafts are not kept unless you say so once a report is open.",
                  )}
                </p>
                <p>
                  <button type="button" class="link" data-clear onClick={() => void desk.clear()}>
                    {t("清除以前保存的草稿", "Clear drafts kept before")}
                  </button>
                </p>
              </div>
            </div>
          </div>
        </div>
        <Legend />
      </div>
    </main>
  );
}

/** The ways to a report that is not there yet. */
export function BeginList({ desk }: { readonly desk: Desk }): JSX.Element {
  const begin = (title: string, text: string, button: string, act: () => void, id: string): JSX.Element => (
    <li>
      <b>{title}</b>
      <p>{text}</p>
      <button type="button" class="b" data-begin={id} onClick={act}>
        {button}
        <span class="vh">{title}</span>
      </button>
    </li>
  );
  return (
    <ul class="begin">
      {begin(
        t("填写空白表", "Fill in an empty form"),
        t("2021年格式；2019、2020年度用2019年格式", "edition 2021; edition 2019 for the years 2019 and 2020"),
        t("新建", "New"),
        () => desk.set({ dialog: "blank" }),
        "blank",
      )}
      {begin(
        t("由上年报告起草", "Begin from last year's report"),
        t("带入上年结转和现行有效件数，逐项确认", "brings forward what follows on, for you to confirm"),
        t("起草", "Begin"),
        () => desk.set({ dialog: "lastYear" }),
        "lastYear",
      )}
      {begin(
        t("由申请登记表汇总", "Compile from a register"),
        t("CSV或Excel台账，指定各列含义后生成表三、表四", "a register in CSV or Excel; say which column is which"),
        t("选择台账", "Choose"),
        () => desk.set({ dialog: "register" }),
        "register",
      )}
      {begin(
        t("先看示例", "Look at a sample"),
        t("一份报告，有1处填错、2格未填；附上年报告", "a report with one wrong figure and two blanks, and last year's"),
        t("打开示例", "Open"),
        () => void openSample(desk),
        "sample",
      )}
    </ul>
  );
}

function Legend(): JSX.Element {
  const mark = (classes: string, text: string, word: string): JSX.Element => (
    <li>
      <span class={`swatch ${classes}`}>{text}</span>
      {word}
    </li>
  );
  return (
    <section class="peek">
      <h2 class="sec">{t("核对后，表上这样标出", "How the form is marked")}</h2>
      <ul class="legend">
        {mark("suspect", "3521", t("疑似填错", "suspected"))}
        {mark("involved", "75", t("算式中的数", "part of the sum"))}
        {mark("blank", "", t("未填，不等于0", "blank, not 0"))}
        {mark("edited", "352", t("已更正，原数可查", "edited, the old figure is kept"))}
        {mark("refused", t("约30", "c. 30"), t("不是数，未采用", "not a number, not used"))}
      </ul>
    </section>
  );
}
