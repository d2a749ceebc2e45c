/**
 * The largest register that is read: 500,000 rows of Chinese words, read and tallied, in time and memory; and reading as a ratio to
 * `JSON.parse` of the same records. Run: `npx tsx test/bench/register.bench.ts`.
 */
import { MAX_REGISTER_ROWS, readRegisterCsv, tallyRegister } from "../../src/register.js";

const RUNS = 3;
const LIMITS = { seconds: 4, megabytes: 500, ratio: 3 } as const;

const day = (n: number): string => new Date(Date.UTC(2022, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
const OUTCOMES = ["予以公开", "部分公开", "本机关不掌握相关政府信息", "重复申请", "（六）其他处理 3.其他"];

function row(i: number): readonly [number: string, applicant: string, received: string, closed: string, outcome: string] {
  const received = i % 700;
  const open = i % 20 === 0;
  const outcome = open ? "" : (OUTCOMES[i % OUTCOMES.length] ?? "");
  return [`2023-${i}`, i % 7 === 0 ? "商业企业" : "自然人", day(received), open ? "" : day(received + 15), outcome];
}

function csvOf(): string {
  const lines = ["编号,申请人类别,收到日期,办结日期,办理结果"];
  for (let i = 0; i < MAX_REGISTER_ROWS; i += 1) lines.push(row(i).join(","));
  return lines.join("\n");
}

function jsonOf(): string {
  const records = Array.from({ length: MAX_REGISTER_ROWS }, (_, i) => {
    const [number, applicant, received, closed, outcome] = row(i);
    return { number, applicant, received, closed, outcome };
  });
  return JSON.stringify(records);
}

/** The least time of some runs in seconds, waiting for other programs left out. */
function seconds(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = process.cpuUsage().user;
    work();
    return (process.cpuUsage().user - start) / 1e6;
  });
  return Math.min(...times);
}

function line(what: string, value: number, unit: string, limit: number): void {
  console.log(`${what.padEnd(58)} ${value.toFixed(2).padStart(8)} ${unit}, at most ${limit}${value > limit ? "  TOO MUCH" : ""}`);
}

const csv = csvOf();
console.log(`${MAX_REGISTER_ROWS} rows, ${(csv.length / 1e6).toFixed(0)} million characters`);
const once = (): unknown => tallyRegister(readRegisterCsv(csv), { year: 2023 });
once();
line("memory of the process at most, once read and tallied", process.resourceUsage().maxRSS / 1024, "MB", LIMITS.megabytes);
line("readRegisterCsv and tally", seconds(once), "s", LIMITS.seconds);
const reading = seconds(() => readRegisterCsv(csv));
const json = jsonOf();
line("readRegisterCsv to JSON.parse", reading / seconds(() => JSON.parse(json)), "×", LIMITS.ratio);
