import { performance } from "node:perf_hooks";

/** Milliseconds. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
}

/** Runs the work so often, one after another, each time after `before` (not timed). */
export async function timesOf(
  runs: number,
  work: () => Promise<unknown>,
  before: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Times> {
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await before();
    const from = performance.now();
    await work();
    taken.push(performance.now() - from);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) => taken[Math.min(runs - 1, Math.ceil(runs * share) - 1)] ?? NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

export const say = (line: string) => void process.stdout.write(`${line}\n`);
