import { claim } from "../_internal/claim.js";
import type { Coordinate } from "../findings/finding.js";
import type { Address, EditionId } from "./form.js";
import type { Heading, Panel, TableForm, Unit } from "./types.js";

/** A row or column with figures, and the headings above it, outermost first; the last one is its own. */
export type Path = readonly Heading[];

/** One figure of the form. */
export interface Cell<E extends EditionId = EditionId> {
  /** Index in the official order of all figures of the form, from 0, and in a vector of figures. */
  readonly index: number;
  /** Stable address: table, record, field. */
  readonly address: Address<E>;
  /** Identifier of the table. */
  readonly table: string;
  /** Identifier of the record: a row of table 二 or 三, a block of table 四. */
  readonly record: string;
  /** Identifier of the field within the record. */
  readonly field: string;
  /** Official coordinate: the table's number on the form, row and column among its figures, both from 1. */
  readonly coordinate: Coordinate;
  /** What the figure measures. */
  readonly unit: Unit;
  /** Headings that name the record, outermost first. */
  readonly recordPath: Path;
  /** Headings that name the field, outermost first. */
  readonly fieldPath: Path;
}

/** Whether a heading groups others. */
export function childrenOf(heading: Heading): readonly Heading[] {
  return heading.children ?? [];
}

/**
 * The paths to all headings (表头) that have figures, in printed order.
 *
 * @example
 * ```ts
 * const [panel] = describeForm("2021").tables[1]?.definition.panels ?? [];
 * leafPaths(panel?.records ?? []).length; //=> 25
 * leafPaths(panel?.fields ?? []).at(-1)?.at(-1)?.term.id; //=> "total"
 * ```
 */
export function leafPaths(headings: readonly Heading[], above?: Path): readonly Path[] {
  return headings.flatMap((heading) => {
    const path = [...(above ?? []), heading];
    const children = childrenOf(heading);
    return children.length === 0 ? [path] : leafPaths(children, path);
  });
}

/** The heading that a path ends in. */
export function leafOf(path: Path): Heading {
  const leaf = path[path.length - 1];
  if (leaf === undefined) throw new RangeError("a heading path is never empty");
  return leaf;
}

/**
 * What the form prints for a heading (表头): numbering, label, remark.
 *
 * @example
 * ```ts
 * const cell = describeForm("2021").byAddress["requests.carriedForward.total"];
 * cell?.recordPath.map(printedHeading); //=> ["四、结转下年度继续办理"]
 * ```
 */
export function printedHeading(heading: Heading): string {
  return heading.marker + heading.term.label + heading.note;
}

/** The figures of a table in official order. `from` is the index of the first. */
export function cellsOfTable(table: TableForm, from: number): readonly Cell[] {
  const cells: Cell[] = [];
  let row = 0;
  for (const panel of table.panels) {
    const across = panel.direction === "across";
    let column = 0;
    for (const recordPath of leafPaths(panel.records)) {
      if (!across) {
        row += 1;
        column = 0;
      }
      for (const fieldPath of leafPaths(panel.fields)) {
        column += 1;
        cells.push(cellOf(table, recordPath, fieldPath, from + cells.length, across ? row + 1 : row, column));
      }
    }
    if (across) row += 1;
  }
  return cells;
}

function cellOf(table: TableForm, recordPath: Path, fieldPath: Path, index: number, row: number, column: number): Cell {
  const record = leafOf(recordPath).term.id;
  const field = leafOf(fieldPath).term.id;
  return {
    index,
    address: claim<Address>(`${table.id}.${record}.${field}`),
    table: table.id,
    record,
    field,
    coordinate: { table: table.number, row, column },
    unit: leafOf(fieldPath).unit,
    recordPath,
    fieldPath,
  };
}

/** How many lines of headings a tree of headings needs. */
export function depthOf(headings: readonly Heading[]): number {
  return Math.max(0, ...headings.map((heading) => 1 + depthOf(childrenOf(heading))));
}

/** The tree of column headings of a panel: its fields, or its records with the fields below each. */
export function columnHeadings(panel: Panel): readonly Heading[] {
  return panel.direction === "down" ? panel.fields : withFieldsBelow(panel.records, panel.fields);
}

function withFieldsBelow(records: readonly Heading[], fields: readonly Heading[]): readonly Heading[] {
  return records.map((record) => {
    const children = childrenOf(record);
    return { ...record, children: children.length === 0 ? fields : withFieldsBelow(children, fields) };
  });
}
