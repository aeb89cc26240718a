import { readFileSync } from "node:fs";
import { checkRow } from "~/domain/rosters/check-row";
import { trainingLayout } from "~/domain/rosters/layouts/training";
import { day } from "~/domain/shared/calendar-date";
import { loadKeyRing } from "~/platform/crypto/key-ring-file.server";
import { runOneJob } from "~/platform/jobs/job-runner.server";
import { closePlatform, openPlatform } from "~/platform/platform.server";
import { knownRegionCodes } from "~/platform/reference/region-codes.server";
import { openTable } from "~/platform/workbook/open-table.server";
import { ROSTER_LIMITS } from "~/platform/workbook/open-workbook.server";
import { jobHandlers } from "~/usecases/job-handlers.server";

/** Milliseconds and megabytes of one job in a process of its own. */
export interface Phase {
  readonly parse: number;
  readonly rules: number;
  readonly job: number;
  readonly peakMb: number;
}

interface Message {
  readonly appUrl: string;
  readonly ring: string;
  readonly filesDir: string;
  /** Also time parsing this file, and parsing with checking, by themselves. */
  readonly file?: string;
}

process.on("message", (message: Message) => void run(message));

async function run({ appUrl, ring, filesDir, file }: Message): Promise<void> {
  openPlatform({ appUrl, keyRing: loadKeyRing({ path: ring }), filesDir, poolSize: 4 });
  const started = performance.now();
  if (!(await runOneJob(jobHandlers))) throw new Error("no job was waiting");
  const job = performance.now() - started;
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const parse = file === undefined ? 0 : await timed(() => readAll(file, false));
  const rules = file === undefined ? 0 : await timed(() => readAll(file, true));
  await closePlatform();
  process.send?.({ parse, rules, job, peakMb } satisfies Phase);
  process.disconnect();
}

async function timed(work: () => Promise<number>): Promise<number> {
  const started = performance.now();
  if ((await work()) === 0) throw new Error("the file had no rows");
  return performance.now() - started;
}

async function readAll(file: string, withRules: boolean): Promise<number> {
  const bytes = readFileSync(file);
  const { opened } = await openTable({ bytes, name: file }, ROSTER_LIMITS, trainingLayout);
  if (opened === null) return 0;
  const context = {
    today: day("2020-07-01"),
    knownRegions: knownRegionCodes(),
    classStartsOn: day("2020-06-01"),
    titlePeriod: null,
    county: null,
  };
  let rows = 0;
  for await (const row of opened.dataRows) {
    rows += 1;
    if (withRules) checkRow(row, opened.columns, context);
  }
  return rows;
}
