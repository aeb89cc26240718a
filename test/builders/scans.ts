import { Readable } from "node:stream";
import sharp from "sharp";
import type { Actor } from "~/domain/access/actor";
import type { InkElement } from "~/domain/evidence/line-proofs";
import { rowsOfPage } from "~/domain/evidence/scan-page";
import { formatPageCode, PRINT_CODE_ALPHABET, PRINT_CODE_LENGTH } from "~/domain/rosters/page-code";
import { PAGE_GEOMETRY } from "~/domain/rosters/page-geometry";
import { storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { runOneJob } from "~/platform/jobs/job-runner.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { decideClearPages } from "~/usecases/evidence/decide-clear-pages.server";
import { placeScan } from "~/usecases/evidence/place-scan.server";
import { uploadScans } from "~/usecases/evidence/upload-scans.server";
import { jobHandlers } from "~/usecases/job-handlers.server";
import { distortPage, type Distortion } from "#test/support/distort-page";
import { drawPage, signPage, type SignedCell } from "#test/support/draw-page";

export interface BuiltPrint {
  readonly id: string;
  readonly code: string;
  readonly printNo: number;
  readonly rowsPerPage: number;
  readonly pageCount: number;
  readonly lineIds: readonly string[];
  readonly lineVersions: readonly number[];
}

/** A printing of the roster for ink as it stands now. */
export function buildPrint(actor: Actor, rosterId: string, now: Date): Promise<BuiltPrint> {
  return inTransaction(actor, async (tx) => {
    const roster = await tx.roster.findUniqueOrThrow({
      where: { id: rosterId },
      select: {
        ...{ countyCode: true, contentVersion: true },
        lines: { where: { removedAt: null }, orderBy: [{ lineNo: "asc" }, { id: "asc" }] },
      },
    });
    const printNo = 1 + (await tx.rosterPrint.count({ where: { rosterId } }));
    const { rowsPerPage } = PAGE_GEOMETRY;
    const print = {
      ...{ id: newId(), code: codeOf(newId()), printNo, rowsPerPage },
      pageCount: Math.ceil(roster.lines.length / rowsPerPage),
      lineIds: roster.lines.map(({ id }) => id),
      lineVersions: roster.lines.map(({ contentVersion }) => contentVersion),
    };
    const { countyCode, contentVersion } = roster;
    const by = { printedBy: actor.userId, printedByName: actor.name, printedAt: now };
    await tx.rosterPrint.create({
      data: { ...print, rosterId, countyCode, contentVersion, copyNo: "测-1", ...by },
    });
    return print;
  });
}

function codeOf(id: string): string {
  const bits = BigInt(`0x${id.replaceAll("-", "")}`);
  return Array.from({ length: PRINT_CODE_LENGTH }, (_, at) =>
    PRINT_CODE_ALPHABET.charAt(Number((bits >> BigInt(at * 5)) & 31n)),
  ).join("");
}

export interface PageToSign {
  readonly page: number;
  /** Cells left empty, e.g. `3/SIGNATURE` for the third row of the page; all others are filled. */
  readonly blank?: readonly `${number}/${InkElement}`[];
  readonly distortion?: Partial<Distortion>;
}

/** One page of the printing, signed and scanned: JPEG. */
export async function signedScan(print: BuiltPrint, one: PageToSign): Promise<Buffer> {
  const rows = rowsOfPage(print, one.page);
  const blank = new Set<string>(one.blank ?? []);
  const cells = rows.flatMap(({ row }) =>
    (["SIGNATURE", "FINGERPRINT"] as const)
      .filter((element) => !blank.has(`${row}/${element}`))
      .map((element): SignedCell => ({ row, element })),
  );
  const code = { printCode: print.code, page: one.page, pages: print.pageCount };
  const seed = print.printNo * 1000 + one.page;
  const sheet = await signPage(await drawPage(code, rows.length, 150), cells, seed);
  return distortPage(sheet, { seed, ...one.distortion });
}

/** Uploads the scans as the form does, and has them read; answers the batch. */
export async function uploadAndRead(
  actor: Actor,
  rosterId: string,
  scans: readonly Buffer[],
  now: Date,
): Promise<string> {
  const batchId = await upload(actor, rosterId, scans, now);
  await readWaiting();
  return batchId;
}

/** Uploads only; the job waits. */
export async function upload(
  actor: Actor,
  rosterId: string,
  scans: readonly Buffer[],
  now: Date,
): Promise<string> {
  const files = [];
  for (const [index, bytes] of scans.entries()) {
    const id = newId();
    const stored = await storeFile(id, Readable.from([bytes]), 40e6);
    files.push({ id, fileName: `扫描${index + 1}.jpg`, ...stored });
  }
  const outcome = await uploadScans(actor, { rosterId, files, refused: [] }, now);
  if (!outcome.ok) throw new Error(outcome.refusal.kind);
  return outcome.value;
}

export async function readWaiting(): Promise<void> {
  while (await runOneJob(jobHandlers));
}

/** Confirms everything the reading is sure about; answers how many cells. */
export async function confirmClear(actor: Actor, rosterId: string, now: Date): Promise<number> {
  const outcome = await decideClearPages(actor, rosterId, now);
  if (!outcome.ok) throw new Error(outcome.refusal.kind);
  return outcome.value;
}

/** A scan of nothing: read in no time. */
export function blankScan(): Promise<Buffer> {
  const create = { width: 300, height: 212, channels: 3, background: "#eee" } as const;
  return sharp({ create }).jpeg().toBuffer();
}

/** A scan without a code, placed by hand on the first page of a new printing: quick to make, and whole. */
export async function buildUncutPage(actor: Actor, rosterId: string, now: Date): Promise<string> {
  const print = await buildPrint(actor, rosterId, now);
  const batchId = await uploadAndRead(actor, rosterId, [await blankScan()], now);
  const typedCode = formatPageCode({ printCode: print.code, page: 1, pages: print.pageCount });
  const page = await inTransaction(actor, (tx) =>
    tx.scanPage.findFirstOrThrow({ where: { batchId }, select: { id: true } }),
  );
  const asked = { rosterId, pageId: page.id, version: 1, typedCode };
  const outcome = await placeScan(actor, asked, now);
  if (!outcome.ok) throw new Error(outcome.refusal.kind);
  return page.id;
}
