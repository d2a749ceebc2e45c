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
  "file.failed": {
    zh: "文件无法读写：{reason}。请核对路径、权限和磁盘空间。",
    en: "a file cannot be read or written: {reason}. Check the path, the permissions and the space on the disk.",
  },
  "file.missing": {
    zh: "没有这个文件或文件夹。请核对路径。",
    en: "there is no such file or folder. Check the path.",
  },
  "workbench.missing": {
    zh: "这里没有工作台文件。在源码目录中请先执行npm run build。",
    en: "there is no workbench here. In a checkout run npm run build first.",
  },
  "file.denied": { zh: "没有读取权限。", en: "there is no permission to read it." },
  "file.special": {
    zh: "不是普通文件（管道或设备），未予打开。要读取标准输入，请用-。",
    en: "this is no regular file (a pipe or a device) and was not opened. For standard input use -.",
  },
  "file.brokenLink": { zh: "链接所指的文件不存在，或链接成环。", en: "the link leads to nothing, or in a circle." },
  "file.asInput": {
    zh: "输出文件{name}就是输入文件，未予覆盖。确要覆盖，请加--force。",
    en: "the output {name} is the input, and was not written over. To do so, add --force.",
  },
  "file.renamed": {
    zh: "已写入 {name}（来自{from}；原名已被占用或不能用作文件名）",
    en: "written: {name}, from {from}, whose name was taken or is no name for a file",
  },
  "stdin.tooLarge": {
    zh: "标准输入中的文件超过{limit}字节的上限。",
    en: "the document on standard input has more than {limit} bytes.",
  },
  "summary.convert": {
    zh: "共{files}份：写成{written}份，{unreadable}份无法读取。",
    en: "{files} files: {written} written, {unreadable} unreadable.",
  },
  "summary.table": {
    zh: "共{files}份：列入{read}份，{unreadable}份无法读取。",
    en: "{files} files: {read} in the table, {unreadable} unreadable.",
  },
  "summary.sheet": { zh: "概览", en: "summary" },
  "table.sheet": { zh: "数据", en: "data" },
  "table.sheets": {
    zh: "行数超过一张工作表的上限，分写在{n}张工作表中。",
    en: "there are more rows than a sheet holds: they are on {n} sheets.",
  },
  "state.balanced": { zh: "平衡", en: "balanced" },
  "state.unbalanced": { zh: "不平衡", en: "unbalanced" },
  "state.undetermined": { zh: "未能判定", en: "undecided" },
  "state.unreadable": { zh: "无法读取", en: "unreadable" },
  "fix.none": { zh: "没有能够确定的错误，未作改动。", en: "nothing is certain, so nothing was changed." },
  "load.several": {
    zh: "此文件载有{n}份报告；请以行号指明其中一份，如{name}",
    en: "it holds {n} reports; name the one that is meant by its line, as {name}",
  },
  "load.noLine": {
    zh: "该行没有报告；此文件载有{n}份，首份为{name}",
    en: "there is no report in that line; the file holds {n}, the first one is {name}",
  },
  "folder.empty": { zh: "{folder}：没有可读的文件。", en: "{folder}: there is no file to read." },
  "folder.incomplete": {
    zh: "{folder}：有报告未能读出，合计数将不完整，故未汇总。请先处理以上文件。",
    en: "{folder}: a report could not be read, and without it the sums would not be what they seem. See to the files above.",
  },
  "tree.more": { zh: "另有{n}条，略", en: "and {n} more" },
  "compare.title": { zh: "{a}与{b}的变化", en: "What changed from {a} to {b}" },
  "junit.undetermined": { zh: "{n}条规则未能判定", en: "{n} rules could not be decided" },
  "junit.open": { zh: "未能判定的规则", en: "rules that could not be decided" },
  "junit.holds": { zh: "成立的规则（{n}条）", en: "rules that hold ({n})" },
  "junit.read": { zh: "读取", en: "reading" },
  stdin: { zh: "标准输入", en: "standard input" },
  progress: {
    zh: "{done}/{total}　每秒{rate}份　剩余{left}　失败{failed}",
    en: "{done}/{total}  {rate}/s  {left} left  {failed} failed",
  },
  "worker.died": {
    zh: "读取时线程意外终止，此文件未读出。",
    en: "the thread that read it ended unexpectedly; the file was not read.",
  },
  "run.interrupted": {
    zh: "已中止：完成{done}份，以上为已完成部分的结果。",
    en: "interrupted: {done} done; what was done stands above.",
  },
  "run.goOn": { zh: "接着处理：{log}", en: "to go on: {log}" },
  "run.nothing": { zh: "没有可读的文件。", en: "there is no file to read." },
  "run.skipped": { zh: "按规则略过：{list}", en: "passed over by rule: {list}" },
  "run.resumed": { zh: "按{log}接续：已完成{done}项", en: "gone on by {log}: {done} units were done before" },
  "run.otherCall": {
    zh: "{log}记录的是另一次调用（命令、选项或版本不同）。请换一个记录文件，或删除它。",
    en: "{log} is the log of another call: command, options or version differ. Name another log, or delete it.",
  },
  "skipped.hidden": { zh: "隐藏文件{n}个", en: "{n} hidden" },
  "skipped.lock": { zh: "锁定文件{n}个", en: "{n} locks" },
  "skipped.system": { zh: "系统文件{n}个", en: "{n} of the system" },
  "skipped.excluded": { zh: "依--include、--exclude略过{n}个", en: "{n} by --include or --exclude" },
  "skipped.output": { zh: "本命令的输出{n}个", en: "{n} written by this command" },
  "skipped.link": { zh: "指向已读文件的链接{n}个", en: "{n} links to what was read already" },
  "skipped.special": { zh: "管道和设备{n}个", en: "{n} pipes or devices" },
  "file.unreadable": { zh: "✗ {name}：{reason}", en: "✗ {name}: {reason}" },
  "fix.written": {
    zh: "已写入 {name}：改正{n}处，修改记录见 {record}",
    en: "written: {name} with {n} figures put right, the edits are in {record}",
  },
  "file.noReport": { zh: "其中没有找到报告。", en: "no report was found in it." },
  "file.written": { zh: "已写入 {name}", en: "written: {name}" },
} as const satisfies Catalogue;
