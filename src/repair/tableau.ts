/**
 * Exact arithmetic on balances: Gaussian elimination and the simplex method over whole numbers. Figures are columns. A *free*
 * figure is an unknown of at least 0; the others keep what is printed. Every row says
 *
 *     sum of coefficient × unknown, over the free figures  =  value
 *
 * and also remembers, in the coefficients of the figures that are not free, what would happen if one of them were.
 *
 * The balances of the form make a network (a figure leaves one sum and enters another), so coefficients never become anything
 * but −1, 0 and 1 and every solution is whole. Other coefficients are kept whole by cross-multiplication.
 */
export interface Tableau {
  /** Number of figures. Columns beyond it, if any, record of which equations a row is made up. */
  readonly width: number;
  /** Coefficients. Copies of a tableau share rows: one that is not its own is replaced and never written to. */
  readonly rows: Float64Array[];
  /** Which rows are its own. */
  readonly owned: Uint8Array;
  readonly values: Float64Array;
  /** The unknown that a row is solved for, or −1. Its coefficient there is positive, and 0 in every other row. */
  readonly basis: Int32Array;
  readonly free: Uint8Array;
}

/**
 * A tableau with nothing free. `printed` are the figures of the columns; what is no figure must be freed at once. `constants` are
 * what the rows add up to; 0 where none are given.
 */
export function tableauOf(
  matrix: readonly Float64Array[],
  printed: readonly number[],
  constants: readonly number[] = [],
  traced = false,
): Tableau {
  const filled = [...printed.keys()].filter((column) => printed[column] !== 0);
  const values = new Float64Array(matrix.length);
  matrix.forEach((row, r) => {
    let sum = constants[r] ?? 0;
    for (const column of filled) sum -= (row[column] ?? 0) * (printed[column] ?? 0);
    values[r] = sum;
  });
  return {
    width: printed.length,
    rows: matrix.map((row, r) => (traced ? withTrace(row, r, matrix.length) : row)),
    owned: new Uint8Array(matrix.length).fill(traced ? 1 : 0),
    values,
    basis: new Int32Array(matrix.length).fill(-1),
    free: new Uint8Array(printed.length),
  };
}

function withTrace(row: Float64Array, r: number, count: number): Float64Array {
  const traced = new Float64Array(row.length + count);
  traced.set(row);
  traced[row.length + r] = 1;
  return traced;
}

/** A copy that may be changed. */
export function copyOf(tableau: Tableau): Tableau {
  tableau.owned.fill(0);
  return {
    width: tableau.width,
    rows: tableau.rows.slice(),
    owned: new Uint8Array(tableau.rows.length),
    values: tableau.values.slice(),
    basis: tableau.basis.slice(),
    free: tableau.free.slice(),
  };
}

/** The coefficient of a column in a row. */
export function coefficient({ rows }: Tableau, row: number, column: number): number {
  return rows[row]?.[column] ?? 0;
}

/** Makes a figure an unknown, and solves a row for it if one is left that has it. */
export function release(tableau: Tableau, column: number, printed: number): void {
  const { rows, values, basis, free } = tableau;
  free[column] = 1;
  let home = -1;
  for (let r = 0; r < rows.length; r += 1) {
    const factor = coefficient(tableau, r, column);
    if (factor === 0) continue;
    values[r] = (values[r] ?? 0) + factor * printed;
    if (basis[r] === -1 && home === -1) home = r;
  }
  if (home !== -1) pivot(tableau, home, column);
}

/** Solves a row for a column and takes the column out of every other row. */
function pivot(tableau: Tableau, home: number, column: number): void {
  const { rows, values, basis } = tableau;
  if (coefficient(tableau, home, column) < 0) scale(tableau, home, -1);
  const source = rows[home] ?? new Float64Array(0);
  const divisor = source[column] ?? 1;
  const value = values[home] ?? 0;
  const support = supportOf(source);
  for (let r = 0; r < rows.length; r += 1) {
    const factor = coefficient(tableau, r, column);
    if (r === home || factor === 0) continue;
    if (divisor !== 1) scale(tableau, r, divisor);
    const target = ownRow(tableau, r);
    for (let i = 0; i < support.length; i += 1) {
      const c = support[i] ?? 0;
      target[c] = (target[c] ?? 0) - factor * (source[c] ?? 0);
    }
    values[r] = (values[r] ?? 0) - factor * value;
    if (divisor !== 1) reduce(tableau, r);
  }
  basis[home] = column;
}

/** The columns of a row that are not 0: few of many. */
function supportOf(row: Float64Array): readonly number[] {
  const support: number[] = [];
  for (let c = 0; c < row.length; c += 1) if (row[c] !== 0) support.push(c);
  return support;
}

/** A row that may be written to. */
function ownRow({ rows, owned }: Tableau, row: number): Float64Array {
  const shared = rows[row] ?? new Float64Array(0);
  if (owned[row] === 1) return shared;
  const own = shared.slice();
  rows[row] = own;
  owned[row] = 1;
  return own;
}

function scale(tableau: Tableau, row: number, factor: number): void {
  const own = ownRow(tableau, row);
  for (let c = 0; c < own.length; c += 1) own[c] = (own[c] ?? 0) * factor;
  tableau.values[row] = (tableau.values[row] ?? 0) * factor;
}

/** Divides a row by what its numbers have in common. */
function reduce(tableau: Tableau, row: number): void {
  const numbers = [...(tableau.rows[row] ?? []), tableau.values[row] ?? 0];
  const divisor = numbers.reduce((a, b) => gcd(a, Math.abs(b)), 0);
  if (divisor > 1) scale(tableau, row, 1 / divisor);
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** What a row says its unknown is while the unknowns that no row is solved for are 0. Adding 0 keeps −0 out of reports. */
function solved(tableau: Tableau, row: number): number {
  return (tableau.values[row] ?? 0) / coefficient(tableau, row, tableau.basis[row] ?? 0) + 0;
}

/**
 * Looks for values of the unknowns that are all at least 0, moving from one solution to the next (Bland's rule, so it ends).
 * Returns −1 where there are such values; otherwise a row that cannot hold whatever they are. Every remedy frees a figure
 * that has a coefficient in that row. Among rows without unknowns the one with the fewest figures is given, those of
 * `excluded` not counted.
 */
export function obstacle(tableau: Tableau, excluded?: Uint8Array): number {
  const { rows, values, basis } = tableau;
  let shortest = -1;
  let fewest = Number.POSITIVE_INFINITY;
  for (let r = 0; r < rows.length; r += 1) {
    if (basis[r] !== -1 || values[r] === 0) continue;
    const count = countColumns(tableau, r, fewest, excluded);
    if (count < fewest) {
      fewest = count;
      shortest = r;
    }
  }
  if (shortest !== -1) return shortest;
  for (;;) {
    const row = firstNegative(tableau);
    if (row === -1) return -1;
    const column = entering(tableau, row, -1);
    if (column === -1) return row;
    pivot(tableau, row, column);
  }
}

/** How many figures of a row are not free and not excluded; counts no further than `enough`. */
function countColumns({ rows, width, free }: Tableau, row: number, enough: number, excluded: Uint8Array | undefined): number {
  const coefficients = rows[row];
  let count = 0;
  for (let c = 0; c < width && count < enough; c += 1) {
    if (coefficients?.[c] !== 0 && free[c] === 0 && excluded?.[c] !== 1) count += 1;
  }
  return count;
}

/** The figures of a row that are not free. */
export function columnsOf(tableau: Tableau, row: number): number[] {
  const columns: number[] = [];
  const coefficients = tableau.rows[row];
  for (let c = 0; c < tableau.width; c += 1) if (coefficients?.[c] !== 0 && tableau.free[c] === 0) columns.push(c);
  return columns;
}

/** The row of the first unknown that would be negative, or −1. */
function firstNegative({ values, basis }: Tableau): number {
  let found = -1;
  for (let r = 0; r < basis.length; r += 1) {
    if (basis[r] === -1 || (values[r] ?? 0) >= 0) continue;
    if (found === -1 || (basis[r] ?? 0) < (basis[found] ?? 0)) found = r;
  }
  return found;
}

/** The first unknown that no row is solved for and whose coefficient in a row has the sign, or −1. */
function entering(tableau: Tableau, row: number, sign: 1 | -1): number {
  const { free, width } = tableau;
  const own = tableau.basis[row];
  const coefficients = tableau.rows[row];
  if (coefficients === undefined) return -1;
  for (let c = 0; c < width; c += 1) {
    const factor = coefficients[c] ?? 0;
    if (factor !== 0 && factor > 0 === sign > 0 && free[c] === 1 && c !== own) return c;
  }
  return -1;
}

/** The smallest and the largest value that an unknown can have; `null` for no largest. */
export interface Bounds {
  readonly min: number;
  readonly max: number | null;
}

/** A bound with the row that proves it, −1 for a bound that is simply that no figure is negative. */
interface Extreme {
  readonly value: number | null;
  readonly row: number;
}

/** The bounds of an unknown, given that {@link obstacle} found none. Pivots, which changes no solution. */
export function boundsOf(tableau: Tableau, column: number): Bounds {
  return { min: extreme(tableau, column, -1).value ?? 0, max: extreme(tableau, column, 1).value };
}

/** Pushes an unknown as far down (−1) or up (1) as the others allow. */
export function extreme(tableau: Tableau, column: number, direction: 1 | -1): Extreme {
  for (;;) {
    const row = tableau.basis.indexOf(column);
    if (row === -1) {
      if (direction === -1) return { value: 0, row: -1 };
      const leaving = tightest(tableau, column);
      if (leaving === -1) return { value: null, row: -1 };
      pivot(tableau, leaving, column);
      continue;
    }
    const moving = entering(tableau, row, direction === 1 ? -1 : 1);
    if (moving === -1) return { value: solved(tableau, row), row };
    const leaving = tightest(tableau, moving);
    if (leaving === -1) return { value: null, row: -1 };
    pivot(tableau, leaving, moving);
  }
}

/** The row whose unknown is the first to become 0 when an unknown grows from 0, or −1 if none does. */
function tightest(tableau: Tableau, column: number): number {
  const { values, basis } = tableau;
  let found = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let r = 0; r < basis.length; r += 1) {
    const factor = coefficient(tableau, r, column);
    if (basis[r] === -1 || factor <= 0) continue;
    const limit = (values[r] ?? 0) / factor;
    if (limit < least || (limit === least && (basis[r] ?? 0) < (basis[found] ?? 0))) {
      least = limit;
      found = r;
    }
  }
  return found;
}

/** The equations that a row is made up of, by their number. Only for a traced tableau. */
export function traceOf({ rows, width }: Tableau, row: number): readonly number[] {
  const trace = rows[row]?.subarray(width) ?? new Float64Array(0);
  return [...trace.keys()].filter((equation) => trace[equation] !== 0);
}
