import type { JobState } from "~/domain/jobs/job";
import type { RefusedRow } from "~/domain/people/registry-intake";
import {
  snapshotState,
  type SnapshotCount,
  type SnapshotState,
} from "~/domain/people/snapshot-state";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction, type Scope } from "~/platform/prisma/transaction.server";

export interface SnapshotLine {
  readonly id: string;
  readonly regionCode: string;
  readonly state: SnapshotState;
  /** Day of export; while it is being read, what was entered or the day of the upload. */
  readonly exportedOn: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly operatorName: string;
  readonly importedAt: string;
  readonly entryCount: number;
  readonly refusedCount: number;
}

interface StoredLine extends Omit<SnapshotLine, "state" | "importedAt"> {
  readonly stored: string;
  readonly jobState: JobState | null;
  readonly importedAt: Date;
}

const LINE = Prisma.sql`SELECT s.id, s.region_code AS "regionCode", s.state AS stored,
  to_char(s.exported_on, 'YYYY-MM-DD') AS "exportedOn", s.file_name AS "fileName",
  encode(s.file_sha256, 'hex') AS sha256, s.operator_name AS "operatorName",
  s.imported_at AS "importedAt", s.entry_count AS "entryCount",
  s.refused_count AS "refusedCount", j.state AS "jobState"
  FROM registry_snapshot s LEFT JOIN LATERAL (SELECT state FROM job
    WHERE subject_id = s.id ORDER BY created_at DESC LIMIT 1) j ON true`;

/** Imported exports, newest first. Unfinished ones are shown where they were made. */
export function listSnapshots(
  scope: Scope,
  cursor: KeyCursor,
  size: number,
): Promise<KeyPage<SnapshotLine>> {
  const back = cursor.before !== null;
  const key = cursor.before ?? cursor.after;
  const from = key === null ? Prisma.empty : Prisma.sql`AND s.id ${way(back)} ${key}::uuid`;
  const order = back ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return inTransaction(scope, async (tx) => {
    const rows = await tx.$queryRaw<StoredLine[]>`${LINE}
      WHERE (s.state = 'ready' OR s.region_code = ANY (${[...scope.counties]})) ${from}
      ORDER BY s.id ${order} LIMIT ${size + 1}`;
    return keyPage(rows.map(line), size, cursor, (row) => row.id);
  });
}

export interface SnapshotPage extends SnapshotLine {
  readonly counts: readonly SnapshotCount[];
  readonly refusals: readonly RefusedRow[];
}

/** One snapshot; null when it is out of scope. Counts and refused rows only of what the reader may see. */
export function viewSnapshot(scope: Scope, id: string): Promise<SnapshotPage | null> {
  return inTransaction(scope, async (tx) => {
    const rows = await tx.$queryRaw<
      (StoredLine & { counts: SnapshotCount[]; refusals: RefusedRow[] })[]
    >`
      SELECT l.*, s.counts, s.refusals FROM (${LINE} WHERE s.id = ${id}::uuid) l
        JOIN registry_snapshot s ON s.id = l.id`;
    const found = rows[0];
    if (found === undefined) return null;
    const { counts, refusals, ...stored } = found;
    const own = scope.counties.includes(found.regionCode);
    if (!own && stored.stored !== "ready") return null;
    const seen = counts.filter(({ countyCode }) => scope.counties.includes(countyCode));
    return { ...line(stored), counts: seen, refusals: own ? refusals : [] };
  });
}

function line({ stored, jobState, importedAt, ...rest }: StoredLine): SnapshotLine {
  const state = snapshotState(stored, jobState);
  return { ...rest, state, importedAt: importedAt.toISOString() };
}

function way(back: boolean): Prisma.Sql {
  return back ? Prisma.sql`>` : Prisma.sql`<`;
}
