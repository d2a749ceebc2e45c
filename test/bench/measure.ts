/** A function to be timed, by name. */
export interface Contender {
  readonly name: string;
  readonly run: () => unknown;
}

/** Median time of one call, and its ratio to the first contender's. */
export interface Measurement {
  readonly name: string;
  readonly microseconds: number;
  readonly ratio: number;
}

const WARM_UP = 2_000;

let sink: unknown;

/**
 * Times the contenders interleaved in one process: in each round every one runs `calls` times, so that what the machine does
 * beside it hits all alike; the median round counts.
 */
export function measure(
  contenders: readonly Contender[],
  { rounds = 41, calls = 400, warmUp = WARM_UP } = {},
): readonly Measurement[] {
  for (const { run } of contenders) for (let i = 0; i < warmUp; i += 1) sink = run();
  const times = contenders.map(() => [] as number[]);
  for (let round = 0; round < rounds; round += 1) {
    contenders.forEach(({ run }, i) => {
      const start = performance.now();
      for (let call = 0; call < calls; call += 1) sink = run();
      times[i]?.push(((performance.now() - start) / calls) * 1000);
    });
  }
  const medians = times.map((samples) => samples.sort((a, b) => a - b)[Math.floor(samples.length / 2)] ?? Number.NaN);
  const base = medians[0] ?? Number.NaN;
  return contenders.map(({ name }, i) => {
    const microseconds = medians[i] ?? Number.NaN;
    return { name, microseconds, ratio: microseconds / base };
  });
}

/** Prints measurements as a Markdown table. */
export function printMeasurements(title: string, measurements: readonly Measurement[]): void {
  console.log(`\n${title}\n\n| what | µs | ratio |\n| --- | ---: | ---: |`);
  for (const { name, microseconds, ratio } of measurements) {
    console.log(`| ${name} | ${microseconds.toFixed(1)} | ${ratio.toFixed(2)} |`);
  }
  if (sink === measure) throw new Error("unreachable: keeps results alive");
}
