import type { PoolClient } from "pg";
import type { ImportLayoutId } from "~/domain/rosters/import-layout";
import type { CommitMode, ImportState } from "~/domain/rosters/roster-import";
import type { TrailSubjectKind } from "~/domain/trail/trail-event";
import type { LineChange } from "./taken-lines.server";

/** What going into the ledger did, in lines. */
export interface CommitCounts {
  readonly added: number;
  readonly updated: number;
  /** On the ledger already, or differing but kept as recorded. */
  readonly unchanged: number;
  readonly refused: number;
}

export interface LockedImport {
  readonly id: string;
  readonly layout: ImportLayoutId;
  readonly countyCode: string;
  readonly classId: string | null;
  readonly state: ImportState;
  readonly undecided: number;
  readonly refused: number;
}

export interface CommitBy {
  readonly userId: string;
  readonly userName: string;
  readonly now: Date;
}

/** What went in, and what the trail tells of it. */
export interface PutIn {
  readonly counts: Omit<CommitCounts, "refused">;
  readonly event: {
    readonly action: string;
    readonly subjectKind: TrailSubjectKind;
    readonly subjectId: string;
  };
  /** Counties other than the import's own whose ledgers it changed: each gets its event. */
  readonly elsewhere: readonly {
    readonly countyCode: string;
    readonly added: number;
    readonly updated: number;
  }[];
  /** What each line that was changed by decision said before, and says now: each gets its event. */
  readonly changes: readonly LineChange[];
}

/** The import with its open questions, locked until the transaction ends. */
export async function lockImport(client: PoolClient, id: string): Promise<LockedImport | null> {
  await client.query("SELECT 1 FROM roster_import WHERE id = $1 FOR UPDATE", [id]);
  const { rows } = await client.query<LockedImport>(
    `SELECT i.id, i.layout, i.county_code AS "countyCode", i.class_id AS "classId", i.state,
       count(*) FILTER (WHERE r.matching IN ('differs', 'lineDiffers') AND r.decision IS NULL
         AND r.state <> 'refused')::int AS undecided,
       count(*) FILTER (WHERE r.state = 'refused')::int AS refused
     FROM roster_import i LEFT JOIN roster_import_row r ON r.import_id = i.id
     WHERE i.id = $1 GROUP BY i.id`,
    [id],
  );
  return rows[0] ?? null;
}

/** Every person of the rows is on record; where it was so decided, as the file has him. */
export async function settlePeople(client: PoolClient, importId: string, now: Date): Promise<void> {
  await client.query("SELECT settle_people($1, $2)", [importId, now]);
  await client.query(TAKE_OVER_PERSONS, [importId, now]);
}

/** Rows that are not refused. */
export async function countTaken(client: PoolClient, importId: string): Promise<number> {
  const { rows } = await client.query<{ taken: number }>(
    "SELECT count(*)::int AS taken FROM roster_import_row WHERE import_id = $1 AND state <> 'refused'",
    [importId],
  );
  return rows[0]?.taken ?? 0;
}

export async function closeImport(
  client: PoolClient,
  importId: string,
  by: CommitBy,
  done: CommitCounts & { readonly mode: CommitMode },
): Promise<void> {
  await client.query(
    `UPDATE roster_import SET state = 'committed', committed_by = $2, committed_at = $3,
       commit_counts = $4, version = version + 1 WHERE id = $1`,
    [importId, by.userId, by.now, JSON.stringify(done)],
  );
}

/** Decided "take": the file's data replaces the person's. A blank cell replaces nothing. */
const TAKE_OVER_PERSONS = `
  UPDATE person p SET name = r.name, pinyin_initials = r.pinyin_initials,
    ethnicity = coalesce(nullif(r.ethnicity, ''), p.ethnicity),
    address = coalesce(nullif(r.address, ''), p.address),
    phone_index = coalesce(r.phone_index, p.phone_index),
    phone_sealed = coalesce(r.phone_sealed, p.phone_sealed), updated_at = $2, version = version + 1
  FROM roster_import_row r
  WHERE r.import_id = $1 AND r.decision = 'take' AND r.state <> 'refused' AND p.id = r.person_id`;
