/**
 * Many sums of safe integers, exact at any size: added as numbers, and moved to big integers before they leave the safe range.
 */
export class ExactSums {
  readonly #low: Float64Array;
  readonly #high = new Map<number, bigint>();

  constructor(length: number) {
    this.#low = new Float64Array(length);
  }

  /** Adds a safe integer to one of the sums. */
  add(index: number, figure: number): void {
    const low = this.#low[index] ?? 0;
    const sum = low + figure;
    if (Number.isSafeInteger(sum)) {
      this.#low[index] = sum;
      return;
    }
    this.#high.set(index, (this.#high.get(index) ?? 0n) + BigInt(low));
    this.#low[index] = figure;
  }

  /** Adds another sum, of any size. */
  addSum(index: number, sum: bigint): void {
    this.#high.set(index, (this.#high.get(index) ?? 0n) + sum);
  }

  /** Adds all sums of another object, each to the sum with the same index. */
  addAll(others: ExactSums): void {
    others.#low.forEach((low, index) => {
      this.add(index, low);
    });
    for (const [index, high] of others.#high) this.addSum(index, high);
  }

  /** One of the sums. */
  at(index: number): bigint {
    return (this.#high.get(index) ?? 0n) + BigInt(this.#low[index] ?? 0);
  }
}
