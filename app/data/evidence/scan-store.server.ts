import type { PoolClient } from "pg";
import type { Actor } from "~/domain/access/actor";
import type { CellDecision, CellProposal } from "~/domain/evidence/cell-decision";
import type { InkElement } from "~/domain/evidence/line-proofs";
import type { RosterKind } from "~/domain/rosters/roster";
import { saveStoredFile, type ReceivedFile } from "~/data/files/file-store.server";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface NewBatch {
  readonly rosterId: string;
  readonly countyCode: string;
  readonly files: readonly ReceivedFile[];
  /** Not kept; named so that nobody waits for them. */
  readonly refused: readonly { readonly fileName: string; readonly problem: string }[];
  readonly actor: Actor;
  readonly now: Date;
}

/** An upload that waits to be read. */
export async function saveBatch(tx: Tx, batch: NewBatch): Promise<string> {
  const { rosterId, countyCode, files, refused, actor, now } = batch;
  const id = newId();
  for (const file of files) {
    await saveStoredFile(tx, file, { countyCode, purpose: "scan", actor, now });
  }
  await tx.scanBatch.create({
    data: {
      ...{ id, rosterId, countyCode, fileCount: files.length, state: "waiting" },
      ...{ uploadedBy: actor.userId, uploadedAt: now },
    },
  });
  const kept = files.map((file) => ({ fileId: file.id, fileName: file.fileName, problem: "" }));
  const left = refused.map((one) => ({ ...one, fileId: newId() }));
  await tx.scanFile.createMany({
    data: [...kept, ...left].map((file, position) => ({
      ...{ ...file, batchId: id, countyCode, position },
    })),
  });
  return id;
}

/** A batch that waits, or stopped half way, for starting it anew or giving it up. */
export function findWaitingBatch(
  tx: Tx,
  rosterId: string,
  batchId: string,
): Promise<{ id: string; countyCode: string } | null> {
  if (!isUuid(batchId) || !isUuid(rosterId)) return Promise.resolve(null);
  return tx.scanBatch.findFirst({
    where: { id: batchId, rosterId, state: "waiting" },
    select: { id: true, countyCode: true },
  });
}

/** Its files stay in the store as they came; nothing of them is read any more. */
export async function giveUpBatch(tx: Tx, batchId: string): Promise<boolean> {
  const { count } = await tx.scanBatch.updateMany({
    where: { id: batchId, state: "waiting" },
    data: { state: "givenUp" },
  });
  return count === 1;
}

export interface BatchToRead {
  readonly id: string;
  readonly rosterId: string;
  readonly kind: RosterKind;
  readonly countyCode: string;
  readonly uploadedBy: string;
  readonly files: readonly { readonly fileId: string; readonly fileName: string }[];
}

/** Null when it has been read or given up already. */
export async function findBatchToRead(client: PoolClient, id: string): Promise<BatchToRead | null> {
  const { rows } = await client.query<Omit<BatchToRead, "files">>(
    `SELECT b.id, b.roster_id AS "rosterId", r.kind, b.county_code AS "countyCode",
       b.uploaded_by AS "uploadedBy"
     FROM scan_batch b JOIN roster r ON r.id = b.roster_id WHERE b.id = $1 AND b.state = 'waiting'`,
    [id],
  );
  const batch = rows[0];
  if (batch === undefined) return null;
  const { rows: files } = await client.query<{ fileId: string; fileName: string }>(
    `SELECT file_id AS "fileId", file_name AS "fileName" FROM scan_file
     WHERE batch_id = $1 AND problem = '' ORDER BY position`,
    [id],
  );
  return { ...batch, files };
}

/** Claims the end of the reading; false when another worker came first. */
export async function markRead(client: PoolClient, batchId: string, now: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    "UPDATE scan_batch SET state = 'read', read_at = $2 WHERE id = $1 AND state = 'waiting'",
    [batchId, now],
  );
  return rowCount === 1;
}

export interface ScanCellRecord {
  readonly lineId: string;
  readonly element: InkElement;
  readonly rowNo: number;
  readonly fileId: string;
  readonly proposed: CellProposal;
  readonly decision: CellDecision | null;
  /** A proof taken from this very cell stands; not so once another page or an officer took its place. */
  readonly isProven: boolean;
}

/** The cells of a page, row by row, signature before fingerprint. */
export function listCells(tx: Tx, pageId: string): Promise<ScanCellRecord[]> {
  return tx.$queryRaw<ScanCellRecord[]>`
    SELECT c.line_id AS "lineId", c.element, c.row_no AS "rowNo", c.file_id AS "fileId", c.proposed,
      c.decision, EXISTS (SELECT FROM acknowledgement a WHERE a.scan_page_id = c.page_id
        AND a.line_id = c.line_id AND a.element = c.element AND a.voided_at IS NULL) AS "isProven"
    FROM scan_cell c WHERE c.page_id = ${pageId}::uuid ORDER BY c.row_no, c.element DESC`;
}

/** Moves the page on from the version that was read; false when somebody else came first. */
export async function changePage(
  tx: Tx,
  page: { readonly id: string; readonly version: number },
  change: {
    readonly decidedBy?: string;
    readonly decidedAt?: Date;
    readonly setAsideAt?: Date;
    readonly setAsideReason?: string;
    readonly state?: "byHand";
    readonly printId?: string;
    readonly pageNo?: number;
    readonly problem?: string;
  },
): Promise<boolean> {
  const { count } = await tx.scanPage.updateMany({
    where: { id: page.id, version: page.version, setAsideAt: null },
    data: { ...change, version: { increment: 1 } },
  });
  return count === 1;
}
