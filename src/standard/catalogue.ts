import { aliasesOf } from "../form/aliases.js";
import { type Cell, childrenOf, printedHeading } from "../form/cells.js";
import { cellLabel, describeForm, type EditionId, type FormTable, headingsOf } from "../form/form.js";
import type { LayoutCell } from "../form/layout.js";
import { layoutOf } from "../form/layout.js";
import { publications } from "../form/publications.js";
import { sectionsOf } from "../form/sections.js";
import { type Citation, formatCitation, sourceIds, sources } from "../form/sources.js";
import { REPORT_TITLE_ALIASES } from "../form/titles.js";
import type { Edition, Heading, Panel } from "../form/types.js";
import type {
  CatalogueData,
  CellData,
  CitationData,
  GridCellData,
  HeadingData,
  PanelData,
  SourceData,
  TableData,
} from "./types.js";

/** A citation with the words by which notices cite it. */
export function citationData(citation: Citation): CitationData {
  return { ...citation, text: formatCitation(citation) };
}

/** Every legal source that the standard cites, in full. */
export function sourcesData(): readonly SourceData[] {
  return sourceIds.map((id) => {
    const { title, number, english, short, date, inForce } = sources[id];
    return { id, title, number, english, short, date, inForce, ...publications[id] };
  });
}

/**
 * An edition of the form as plain data for programs in any language: sections, heading trees, the printed grid of every table with
 * its spans, every figure with address, coordinate, unit and legal basis.
 *
 * @example
 * ```ts
 * const { cells, tables } = catalogueOf("2021");
 * cells.find(({ address }) => address === "requests.granted.total")?.coordinate; //=> { table: "三", row: 3, column: 7 }
 * tables.map(({ grid }) => [grid.rows, grid.columns]); //=> [[14, 4], [28, 10], [4, 15]]
 * ```
 */
export function catalogueOf(edition: EditionId): CatalogueData {
  const form = describeForm(edition);
  const { source, title, years }: Edition = form.edition;
  return {
    edition,
    title,
    titleAliases: REPORT_TITLE_ALIASES,
    source,
    years,
    sources: sourcesData(),
    sections: sectionsOf(edition).map(({ id, number, title: printed, english, parts, hint }) => ({
      id,
      number,
      title: printed,
      english,
      aliases: aliasesOf({ id, label: printed }),
      hint,
      parts: parts.map((part) => part.id),
      table: form.tables.find(({ definition }) => definition.number === number)?.definition.id ?? null,
    })),
    tables: form.tables.map(tableData),
    cells: form.cells.map(cellData),
  };
}

function tableData(table: FormTable): TableData {
  const { id, number, english, widths, panels } = table.definition;
  const { rows, columns, headerRows, cells } = layoutOf(table);
  return {
    id,
    number,
    english,
    widths,
    panels: panels.map(panelData),
    grid: { rows, columns, headerRows, cells: cells.map(gridCell) },
  };
}

function panelData({ banner, stub, direction, records, fields }: Panel): PanelData {
  // What is measured is a matter of the field; a record has no unit of its own.
  return {
    banner,
    stub,
    direction,
    records: records.map((heading) => headingData(heading, false)),
    fields: fields.map((heading) => headingData(heading, true)),
  };
}

function headingData(heading: Heading, measured: boolean): HeadingData {
  const { term, marker, note, role, unit } = heading;
  const children = childrenOf(heading);
  return {
    id: term.id,
    printed: printedHeading(heading),
    marker,
    label: term.label,
    note,
    english: term.english,
    role,
    ...(measured && children.length === 0 ? { unit } : {}),
    basis: term.basis.map(citationData),
    ...(children.length === 0 ? {} : { children: children.map((child) => headingData(child, measured)) }),
  };
}

function gridCell(place: LayoutCell): GridCellData {
  const { row, column, rowspan, colspan, kind } = place;
  const at = { row, column, rowspan, colspan, kind };
  return place.kind === "figure" ? { ...at, address: place.cell.address } : { ...at, text: place.text };
}

function cellData(cell: Cell): CellData {
  const { record, field } = headingsOf(cell);
  return {
    index: cell.index,
    address: cell.address,
    coordinate: cell.coordinate,
    unit: cell.unit,
    rowPath: cell.recordPath.map(printedHeading),
    columnPath: cell.fieldPath.map(printedHeading),
    label: { zh: cellLabel(cell, "zh"), en: cellLabel(cell, "en") },
    basis: [...record.term.basis, ...field.term.basis].map(citationData),
  };
}
