import { DisclosureReportError } from "../../src/index.js";

/** How many times as large the larger input is. */
export const LARGER = 8;

/** Most that the cost may grow: far above {@link LARGER}, which is linear, and far below its square. */
export const MOST_GROWTH = 4 * LARGER;

/** Least time, in milliseconds of this process, that can be compared. */
const MEASURABLE = 8;

/** How often what is suspicious is measured again: a program that is still being compiled costs more. */
const MOST_ATTEMPTS = 10;

/** Largest smaller input, in repetitions. */
const MOST_REPETITIONS = 4_096;

/**
 * How many times as much an input costs that repeats something {@link LARGER} times as often. Only the ratio counts, and only the
 * time of this process, so that a busy machine does not matter; what is suspicious is measured again.
 */
export function growthOf(make: (repetitions: number) => string, read: (input: string) => unknown): number {
  read(make(8));
  let n = 64;
  while (n < MOST_REPETITIONS && cost(make(n), read) < MEASURABLE) n *= 2;
  const [small, large] = [make(n), make(n * LARGER)];
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < MOST_ATTEMPTS && least > MOST_GROWTH; attempt += 1) {
    const before = Math.max(MEASURABLE / 2, cost(small, read), cost(small, read));
    least = Math.min(least, cost(large, read) / before);
  }
  return least;
}

function cost(input: string, read: (input: string) => unknown): number {
  const start = process.cpuUsage();
  read(input);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** The same for files, whose readers may be asynchronous; what is refused for its size costs nothing more. */
export async function growthOfFile<T>(make: (repetitions: number) => T, read: (input: T) => unknown): Promise<number> {
  await costOfFile(make(8), read);
  let n = 64;
  while (n < MOST_REPETITIONS && (await costOfFile(make(n), read)) < MEASURABLE) n *= 2;
  const [small, large] = [make(n), make(n * LARGER)];
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < MOST_ATTEMPTS && least > MOST_GROWTH; attempt += 1) {
    const before = Math.max(MEASURABLE / 2, await costOfFile(small, read), await costOfFile(small, read));
    least = Math.min(least, (await costOfFile(large, read)) / before);
  }
  return least;
}

async function costOfFile<T>(input: T, read: (input: T) => unknown): Promise<number> {
  const start = process.cpuUsage();
  try {
    await read(input);
  } catch (error) {
    if (!(error instanceof DisclosureReportError)) throw error;
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
