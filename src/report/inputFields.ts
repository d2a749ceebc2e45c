import type { Coordinate, Sentence } from "../findings/finding.js";
import { leafOf, type Path, printedHeading } from "../form/cells.js";
import { derivations } from "../form/derivations.js";
import { type Address, cellLabel, describeForm, type EditionId } from "../form/form.js";
import type { Unit } from "../form/types.js";
import { AMOUNT_DECIMALS } from "./money.js";

/** A figure of the form as a field of an input form. */
export interface InputField<E extends EditionId = EditionId> {
  /** Address of the figure, for `withFigure`. */
  readonly address: Address<E>;
  /** Identifier of the table that it stands in. */
  readonly table: string;
  readonly coordinate: Coordinate;
  /** The full name of the figure: headings of its row and of its column. */
  readonly label: Sentence;
  /** Printed headings of the row and of the column, outermost first. */
  readonly rowHeadings: readonly string[];
  readonly columnHeadings: readonly string[];
  /** `count` and `change` are integers; `amount` is text in 万元. */
  readonly unit: Unit;
  /** Minimum; `null` for none. */
  readonly min: number | null;
  /** Maximum number of decimals. */
  readonly decimals: number;
  /** Whether the figure follows from others, as 总计 and 结转下年度继续办理 do: an input form computes it. */
  readonly derived: boolean;
}

/**
 * The figures of an edition as fields of an input form, in official order: name, coordinate, domain, and whether the figure is
 * entered or computed.
 *
 * @example
 * ```ts
 * const fields = inputFieldsOf("2021");
 * fields.filter(({ derived }) => !derived).length; //=> 160
 * const fees = fields.find(({ unit }) => unit === "amount");
 * [fees?.label.zh, fees?.min, fees?.decimals]; //=> ["行政事业性收费，本年收费金额（单位：万元）", 0, 6]
 * ```
 */
export function inputFieldsOf<E extends EditionId>(edition: E): readonly InputField<E>[] {
  return describeForm(edition).tables.flatMap((table) => {
    const derived: ReadonlySet<string> = new Set(derivations(table).map(({ cell }) => cell.address));
    return table.cells.map((cell): InputField<E> => {
      const { unit } = leafOf(cell.fieldPath);
      return {
        address: cell.address,
        table: table.definition.id,
        coordinate: cell.coordinate,
        label: { zh: cellLabel(cell, "zh"), en: cellLabel(cell, "en") },
        rowHeadings: printed(cell.recordPath),
        columnHeadings: printed(cell.fieldPath),
        unit,
        min: unit === "change" ? null : 0,
        decimals: unit === "amount" ? AMOUNT_DECIMALS : 0,
        derived: derived.has(cell.address),
      };
    });
  });
}

const printed = (path: Path): readonly string[] => path.map(printedHeading);
