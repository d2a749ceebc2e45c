import { rulesOf } from "../../src/check.js";
import { type Draft, describeForm, figuresOf } from "../../src/index.js";

/**
 * All explanations with the fewest figures, by trying: every figure, then every two, with every change that the differences
 * suggest. Written without the solver: only the rules and addition. Only for drafts whose figures are counts.
 */
export function explanationsByForce(draft: Draft, violated: readonly string[], table: string): readonly string[] {
  const form = describeForm(draft.edition);
  const figures = figuresOf(draft);
  const equations = rulesOf(draft.edition, { severity: "error" }).flatMap((rule) => {
    if (rule.kind !== "linear" || rule.scope !== "report") return [];
    const index = (address: string): number => form.byAddress[address]?.index ?? -1;
    const reads = (sign: 1 | -1): number[] => rule.terms.flatMap(([own, address]) => (own === sign ? [index(address)] : []));
    return [{ id: rule.id, left: reads(1), right: reads(-1) }];
  });
  const watched = (index: number) => equations.filter(({ left, right }) => left.includes(index) || right.includes(index));
  // Problems of table 四 are blocks: only the figures of the violated balances' own block matter.
  const cells = form.cells.filter(
    (cell) => cell.coordinate.table === table && (table !== "四" || watched(cell.index).some(({ id }) => violated.includes(id))),
  );
  const relevant = equations.filter(({ left }) => cells.some(({ index }) => left.includes(index)));
  const off = (x: Float64Array, { left, right }: { left: number[]; right: number[] }): number =>
    left.reduce((sum, i) => sum + (x[i] ?? 0), 0) - right.reduce((sum, i) => sum + (x[i] ?? 0), 0);
  const wrong = (x: Float64Array) => relevant.filter((equation) => off(x, equation) !== 0);
  const broken = wrong(figures);
  const differences = [...new Set(broken.flatMap((equation) => [off(figures, equation), -off(figures, equation)]))];
  const found = new Set<string>();
  const say = (changes: readonly (readonly [number, number])[]): void => {
    found.add(
      changes
        .map(([i, delta]) => `${form.cells[i]?.address}=${(figures[i] ?? 0) + delta}`)
        .sort()
        .join(" "),
    );
  };
  for (const { index } of cells) {
    for (const delta of differences) {
      if ((figures[index] ?? 0) + delta < 0) continue;
      const x = figures.slice();
      x[index] = (x[index] ?? 0) + delta;
      if (wrong(x).length === 0) say([[index, delta]]);
    }
  }
  if (found.size > 0) return [...found].toSorted();
  const combined = [...new Set(differences.flatMap((a) => [a, ...differences.map((b) => a + b)]))].filter((d) => d !== 0);
  for (const first of cells) {
    if (!watched(first.index).some(({ id }) => violated.includes(id))) {
      // A figure outside every broken balance could only be one of two if both are: then no broken balance would change.
      continue;
    }
    for (const delta of combined) {
      if ((figures[first.index] ?? 0) + delta < 0) continue;
      const x = figures.slice();
      x[first.index] = (x[first.index] ?? 0) + delta;
      const [left] = wrong(x);
      if (left === undefined || wrong(x).length > 3) continue;
      const needed = off(x, left);
      for (const second of cells) {
        if (second.index === first.index) continue;
        for (const change of [needed, -needed]) {
          if ((figures[second.index] ?? 0) + change < 0) continue;
          const y = x.slice();
          y[second.index] = (y[second.index] ?? 0) + change;
          if (wrong(y).length === 0)
            say([
              [first.index, delta],
              [second.index, change],
            ]);
        }
      }
    }
  }
  return [...found].toSorted();
}
