import type { Catalogue } from "../findings/finding.js";

/** What the command line says beside the findings. */
export const cliMessages = {
  "severity.error": { zh: "错误", en: "error" },
  "severity.warning": { zh: "警告", en: "warning" },
  "severity.advice": { zh: "提示", en: "advice" },
  "status.balanced": {
    zh: "✓ {name}：{total}条勾稽关系全部成立。",
    en: "✓ {name}: all {total} balances hold.",
  },
  "status.unbalanced": {
    zh: "✗ {name}：{total}条勾稽关系中{violated}条不成立，{holds}条成立{open}。",
    en: "✗ {name}: of {total} balances {violated} are violated, {holds} hold{open}.",
  },
  "status.open": {
    zh: "，{undetermined}条未能判定",
    en: ", {undetermined} could not be checked",
  },
  "status.undetermined": {
    zh: "? {name}：{total}条勾稽关系中{holds}条成立{open}。",
    en: "? {name}: of {total} balances {holds} hold{open}.",
  },
  "suspect.one": {
    zh: "→ 只改一处即可全部成立：{list}",
    en: "→ a single change makes them hold: {list}",
  },
  "suspect.several": {
    zh: "→ 下列{n}处改动任一处即可成立，报告本身无法区分：{list}",
    en: "→ any one of these {n} changes makes it hold, the report itself cannot tell which: {list}",
  },
  "summary.validate": {
    zh: "共{files}份：{balanced}份平衡，{unbalanced}份不平衡，{undetermined}份未能判定，{unreadable}份无法读取。",
    en: "{files} files: {balanced} balanced, {unbalanced} unbalanced, {undetermined} undetermined, {unreadable} unreadable.",
  },
  "summary.read": {
    zh: "共{files}份：读出{read}份，{unreadable}份无法读取；{figures}个数字，{blank}处空白。",
    en: "{files} files: {read} read, {unreadable} unreadable; {figures} figures, {blank} blanks.",
  },
  "place.sheet": { zh: "工作表“{n}”", en: "sheet “{n}”" },
  "place.page": { zh: "第{n}页", en: "page {n}" },
  "place.table": { zh: "第{n}张表", en: "table {n}" },
  "place.row": { zh: "第{n}行", en: "row {n}" },
  "place.cell": { zh: "第{n}格", en: "cell {n}" },
  "place.address": { zh: "单元格{n}", en: "cell {n}" },
  "place.line": { zh: "源文件第{n}行", en: "line {n} of the file" },
  "file.missing": {
    zh: "没有这个文件或文件夹。请核对路径。",
    en: "there is no such file or folder. Check the path.",
  },
  "workbench.missing": {
    zh: "这里没有工作台文件。在源码目录中请先执行npm run build。",
    en: "there is no workbench here. In a checkout run npm run build first.",
  },
  "file.unreadable": { zh: "✗ {name}：{reason}", en: "✗ {name}: {reason}" },
  "fix.written": {
    zh: "已写入 {name}：改正{n}处，修改记录见 {record}",
    en: "written: {name} with {n} figures put right, the edits are in {record}",
  },
  "file.written": { zh: "已写入 {name}", en: "written: {name}" },
} as const satisfies Catalogue;
