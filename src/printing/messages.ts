import type { Catalogue } from "../findings/finding.js";

/** Texts of the writers besides the report itself: marks of a report, and names of sheets. */
export const writingMessages = {
  "writing.findings": { zh: "检查结果", en: "Findings" },
  "writing.counts": {
    zh: "共核对规则{total}条：成立{holds}条，不成立{violated}条，因有空白未能核对{undetermined}条。",
    en: "{total} rules: {holds} hold, {violated} are violated, {undetermined} could not be checked because of blanks.",
  },
  "writing.legend": {
    zh: "表中带编号的数字涉及相应的问题；编号前有“?”的疑似有误，请先核对。",
    en: "Numbered figures in the tables belong to the finding of that number. A “?” before the number marks a suspect: check it first.",
  },
  "writing.legendSheet": {
    zh: "各表中填色、加粗并带下划线的数字涉及下列问题，点击可跳转到相应问题；粗线框内的疑似有误，请先核对。",
    en: "Figures that are filled, bold and underlined in the tables belong to the findings below, and lead to them. A thick frame marks a suspect: check it first.",
  },
  "writing.cells": { zh: "涉及：", en: "Figures: " },
  "writing.suspect": {
    zh: "疑似有误：{where}，由{from}改为{to}则等式成立。",
    en: "Suspect: {where}; {to} instead of {from} would balance.",
  },
  "writing.note": { zh: "问题{number}：{message}", en: "Finding {number}: {message}" },
  "writing.blank": { zh: "空白", en: "blank" },
  "writing.error": { zh: "错误", en: "error" },
  "writing.warning": { zh: "警告", en: "warning" },
  "writing.number": { zh: "编号", en: "No." },
  "writing.severity": { zh: "级别", en: "Severity" },
  "writing.rule": { zh: "规则", en: "Rule" },
  "writing.message": { zh: "说明", en: "Message" },
  "writing.suspects": { zh: "疑似", en: "Suspects" },
  "writing.places": { zh: "涉及", en: "Figures" },
  "writing.sheetTable": { zh: "表{number}", en: "Table {number}" },
  "writing.sheetFigures": { zh: "全部数据", en: "All figures" },
  "writing.sheetText": { zh: "文字", en: "Text" },
  "writing.advice": { zh: "提示", en: "advice" },
} as const satisfies Catalogue;
