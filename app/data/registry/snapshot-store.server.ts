import type { PoolClient } from "pg";
import type { ReceivedFile } from "~/data/files/file-store.server";
import type { CopyValue } from "~/platform/bulk-sql.server";
import { copyRows } from "~/platform/bulk-sql.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface NewSnapshot {
  readonly id: string;
  readonly regionCode: string;
  /** As entered, or the day of the upload until the file has been read. */
  readonly exportedOn: string;
  readonly file: ReceivedFile;
  readonly operator: { readonly userId: string; readonly name: string };
  readonly at: Date;
}

export interface EarlierImport {
  readonly operatorName: string;
  readonly importedAt: Date;
  readonly state: string;
}

/**
 * The import of the same bytes for the same region that stands or is under way; failed and
 * cancelled ones do not count. Locks the pair until the transaction ends, so that of two uploads at
 * once the second sees the first.
 */
export async function findSameFile(
  tx: Tx,
  regionCode: string,
  sha256: Buffer,
): Promise<EarlierImport | null> {
  const key = `registry:${regionCode}:${sha256.toString("hex")}`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
  const rows = await tx.$queryRaw<EarlierImport[]>`
    SELECT operator_name AS "operatorName", imported_at AS "importedAt", state
    FROM registry_snapshot s
    WHERE region_code = ${regionCode} AND file_sha256 = ${sha256}
      AND (state = 'ready' OR EXISTS (SELECT FROM job j
        WHERE j.subject_id = s.id AND j.state IN ('queued', 'running')))
    LIMIT 1`;
  return rows[0] ?? null;
}

/** The snapshot that waits for its file to be read. */
export async function saveSnapshot(tx: Tx, snapshot: NewSnapshot): Promise<void> {
  const { id, regionCode, file, operator } = snapshot;
  await tx.registrySnapshot.create({
    data: {
      id,
      regionCode,
      exportedOn: new Date(snapshot.exportedOn),
      fileId: file.id,
      fileName: file.fileName,
      fileSha256: new Uint8Array(file.sha256),
      operatorId: operator.userId,
      operatorName: operator.name,
      state: "waiting",
      importedAt: snapshot.at,
    },
  });
}

export interface WaitingSnapshot {
  readonly id: string;
  readonly regionCode: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly operatorId: string;
  readonly operatorName: string;
}

/** Takes the snapshot for this transaction; null when another worker has finished it already. */
export async function lockWaitingSnapshot(
  client: PoolClient,
  id: string,
): Promise<WaitingSnapshot | null> {
  const { rows } = await client.query<WaitingSnapshot>(
    `SELECT id, region_code AS "regionCode", file_id AS "fileId", file_name AS "fileName",
       operator_id AS "operatorId", operator_name AS "operatorName"
     FROM registry_snapshot WHERE id = $1 AND state = 'waiting' FOR UPDATE`,
    [id],
  );
  return rows[0] ?? null;
}

const COLUMNS = [
  "snapshot_id",
  "id_index",
  "county_code",
  "id_sealed",
  "name",
  "pinyin_initials",
  "household_no",
  "household_head",
  "relation_to_head",
  "ethnicity",
  "household_kind",
  "category",
  "lifted_year",
  "township",
  "village",
  "sheet_row",
];

/** The values of `registry_entry` in the order of its columns. */
export type EntryRow = readonly CopyValue[];

/** Writes the entries in the caller's transaction. */
export function copyEntries(
  client: PoolClient,
  batches: AsyncIterable<readonly EntryRow[]>,
): Promise<void> {
  return copyRows(client, "registry_entry", COLUMNS, batches);
}

export interface SnapshotResult {
  readonly exportedOn: string;
  readonly entryCount: number;
  readonly refusedCount: number;
  readonly refusals: readonly object[];
  readonly counts: readonly object[];
}

export async function markReady(
  client: PoolClient,
  id: string,
  result: SnapshotResult,
): Promise<void> {
  await client.query(
    `UPDATE registry_snapshot SET state = 'ready', exported_on = $2, entry_count = $3,
       refused_count = $4, refusals = $5, counts = $6 WHERE id = $1`,
    [
      id,
      result.exportedOn,
      result.entryCount,
      result.refusedCount,
      JSON.stringify(result.refusals),
      JSON.stringify(result.counts),
    ],
  );
}
