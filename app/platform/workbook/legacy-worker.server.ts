import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import type { MergedBlock } from "~/domain/rosters/sheet";
import { passwordProtected } from "~/platform/workbook/file-kind.server";
import type { WorkbookLimits } from "~/platform/workbook/workbook-limits.server";
import { damaged, WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";

/** A sheet as the thread hands it over; each batch is JSON, parsed when it is asked for. */
export interface LegacySheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: readonly MergedBlock[];
  readonly batches: Buffer[];
}

export interface LegacyContents {
  readonly sheets: readonly LegacySheet[];
  readonly date1904: boolean;
}

const WORKER_FILE = "legacy-workbook-worker.server.mjs";
/** What the thread may use: megabytes of heap, milliseconds. */
const CAPS = { memoryMb: 448, timeMs: 30_000 };
/** BIFF holds at most 65,536 rows; this is that with 45 full columns. */
const MAX_CELLS = 3_000_000;

const messageSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("sheet"),
    name: z.string(),
    hidden: z.boolean(),
    merges: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
  }),
  z.object({ kind: z.literal("rows"), json: z.instanceof(Uint8Array) }),
  z.object({ kind: z.literal("end"), date1904: z.boolean() }),
  z.object({ kind: z.literal("encrypted") }),
  z.object({ kind: z.literal("failed") }),
]);

/**
 * Parses an .xls in a thread with capped memory and time. Whatever becomes of the thread, the
 * answer is the contents or a `WorkbookRefused`. `caps` differ from the usual only in tests.
 */
export function parseLegacyWorkbook(
  bytes: Buffer,
  limits: WorkbookLimits,
  caps: Readonly<typeof CAPS> = CAPS,
): Promise<LegacyContents> {
  const worker = new Worker(workerPath(), {
    workerData: { bytes, maxRows: limits.maxRows, maxCells: MAX_CELLS },
    resourceLimits: { maxOldGenerationSizeMb: caps.memoryMb, maxYoungGenerationSizeMb: 32 },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  return new Promise<LegacyContents>((resolve, reject) => {
    const timer = setTimeout(() => reject(tookTooLong()), caps.timeMs);
    const sheets: LegacySheet[] = [];
    worker.on("message", (message: unknown) => {
      try {
        const date1904 = receive(message, sheets);
        if (date1904 !== null) resolve({ sheets, date1904 });
      } catch (error) {
        reject(error);
      }
    });
    worker.on("error", () => reject(tooHeavy()));
    worker.on("exit", () => reject(tooHeavy()));
    worker.once("exit", () => clearTimeout(timer));
  }).finally(() => worker.terminate());
}

/** Takes one message in; answers the date system with the last one, null before. */
function receive(message: unknown, sheets: LegacySheet[]): boolean | null {
  const parsed = messageSchema.parse(message);
  switch (parsed.kind) {
    case "sheet":
      sheets.push({ ...parsed, merges: parsed.merges.map(toBlock), batches: [] });
      return null;
    case "rows":
      sheets.at(-1)?.batches.push(Buffer.from(parsed.json));
      return null;
    case "end":
      if (sheets.length === 0) throw damaged("工作簿里没有工作表");
      return parsed.date1904;
    case "encrypted":
      throw passwordProtected();
    case "failed":
      throw damaged("旧版 .xls 的内容读不出");
  }
}

function toBlock([firstRow, lastRow, firstColumn, lastColumn]: readonly [
  number,
  number,
  number,
  number,
]): MergedBlock {
  return { firstRow, lastRow, firstColumn, lastColumn };
}

/** Beside this module in the sources; from a bundle, at its place under the project's root. */
function workerPath(): string {
  const beside = join(dirname(fileURLToPath(import.meta.url)), WORKER_FILE);
  return existsSync(beside) ? beside : join(process.cwd(), "app/platform/workbook", WORKER_FILE);
}

function tooHeavy(): WorkbookRefused {
  return new WorkbookRefused(
    "too-large",
    "旧版 .xls 文件过大或内容异常，读取时超出内存限额，已停止。请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。",
  );
}

function tookTooLong(): WorkbookRefused {
  return new WorkbookRefused(
    "took-too-long",
    "旧版 .xls 文件读取超过 30 秒，已停止。请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。",
  );
}
