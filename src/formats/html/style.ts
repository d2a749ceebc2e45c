import { colours } from "../../printing/appearance.js";

/**
 * The look of the printed form: black lines, the fill of the Article 20 lines, 宋体, A4 with the width of the official
 * tables between the margins. The first part is for a page of our own, the second for the report on any page.
 */
export const PAGE_STYLE = `@page{size:A4;margin:25.4mm 19.1mm}
body{margin:0;background:#fff;color:#000}
main{max-width:171.8mm;margin:0 auto;padding:10mm 4mm}
@media print{main{max-width:none;padding:0 .3mm}}`;

export const REPORT_STYLE = `.disclosure-report{font-family:宋体,SimSun,"Songti SC","Noto Serif CJK SC","Noto Serif SC",serif;font-size:12pt;line-height:1.6;overflow-wrap:anywhere}
.disclosure-report h1{font-size:18pt;line-height:1.4;text-align:center;margin:0 0 1em}
.disclosure-report h2{font-size:12pt;margin:1em 0 .5em;text-indent:2em;break-after:avoid}
.disclosure-report h3{font-size:12pt;margin:.5em 0;text-indent:2em;break-after:avoid}
.disclosure-report p{margin:.3em 0;text-indent:2em;text-align:justify}
.disclosure-report .signature p{text-indent:0;text-align:right}
.disclosure-report .scroll{overflow-x:auto}
.disclosure-report table{width:100%;min-width:34em;table-layout:fixed;border-collapse:collapse;font-size:10pt;line-height:1.4}
.disclosure-report caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.disclosure-report th,.disclosure-report td{border:1px solid #000;padding:1mm;font-weight:normal;text-align:center;vertical-align:middle}
.disclosure-report td{height:1.5em;font-variant-numeric:tabular-nums}
.disclosure-report th.banner{background:#${colours.banner};print-color-adjust:exact;-webkit-print-color-adjust:exact}
.disclosure-report th.left{text-align:left}
.disclosure-report td,.disclosure-report th:not([rowspan]){break-inside:avoid}
.disclosure-report tbody:has(.banner){break-inside:avoid}
.disclosure-report thead{display:table-header-group}
@media print{.disclosure-report .scroll{overflow:visible}.disclosure-report table{min-width:0}}`;

/** The style of marked figures and of the list of findings: never distinguished by colour alone. */
export const MARK_STYLE = `.disclosure-report td.marked{font-weight:bold;text-decoration:underline;outline:2px solid #b00020;outline-offset:-2px;background:#${colours.error};print-color-adjust:exact;-webkit-print-color-adjust:exact}
.disclosure-report td.warning{outline-style:dashed;outline-color:#8a5a00;background:#${colours.warning}}
.disclosure-report td.advice{outline-style:dotted;outline-color:#00538a;background:#${colours.advice}}
.disclosure-report td.involved{outline-width:1px;font-weight:normal}
.disclosure-report td.suspected{outline-width:4px;outline-style:double;background:#${colours.suspected}}
.disclosure-report td:target,.disclosure-report li:target{box-shadow:0 0 0 3px #1a73e8}
.disclosure-report .note{display:inline-block;text-decoration:none;color:#7a0014;font-size:8pt;vertical-align:super;margin-left:.2em}
.disclosure-report .note::after{content:attr(data-label)}
.disclosure-report .findings{border:1px solid #000;padding:0 4mm 2mm;margin:0 0 1.5em;font-size:10pt}
.disclosure-report .findings h2,.disclosure-report .findings p{text-indent:0}
.disclosure-report .findings li{margin:.6em 0;break-inside:avoid}
.disclosure-report .findings .severity{border:1px solid;padding:0 .3em;margin-right:.4em;font-weight:bold}`;

/**
 * The style sheet of a report and its marks, for a page that takes in a fragment.
 *
 * @example
 * ```ts
 * reportStyle.includes(".disclosure-report table"); //=> true
 * ```
 */
export const reportStyle: string = `${REPORT_STYLE}\n${MARK_STYLE}`;
