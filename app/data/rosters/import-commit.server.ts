import type { PoolClient } from "pg";
import type { RosterState } from "~/domain/rosters/roster";
import type { CommitMode, ImportState } from "~/domain/rosters/roster-import";
import { newId } from "~/platform/id.server";

/** What going into the roster did, in persons. */
export interface CommitCounts {
  readonly added: number;
  readonly updated: number;
  /** On the roster already, or differing but kept as recorded. */
  readonly unchanged: number;
  readonly refused: number;
}

export interface LockedImport {
  readonly id: string;
  readonly countyCode: string;
  readonly classId: string;
  readonly state: ImportState;
  readonly undecided: number;
  readonly refused: number;
}

/** The import with its open questions, locked until the transaction ends. */
export async function lockImport(client: PoolClient, id: string): Promise<LockedImport | null> {
  await client.query("SELECT 1 FROM roster_import WHERE id = $1 FOR UPDATE", [id]);
  const { rows } = await client.query<LockedImport>(
    `SELECT i.id, i.county_code AS "countyCode", i.class_id AS "classId", i.state,
       count(*) FILTER (WHERE r.matching IN ('differs', 'lineDiffers') AND r.decision IS NULL
         AND r.state <> 'refused')::int AS undecided,
       count(*) FILTER (WHERE r.state = 'refused')::int AS refused
     FROM roster_import i LEFT JOIN roster_import_row r ON r.import_id = i.id
     WHERE i.id = $1 GROUP BY i.id`,
    [id],
  );
  return rows[0] ?? null;
}

/**
 * The class's roster, made when missing, locked: two officers going in at once come one after the
 * other, and the second sees what the first has put there.
 */
export async function lockRoster(
  client: PoolClient,
  one: { countyCode: string; classId: string; userId: string; now: Date },
): Promise<{ id: string; state: RosterState }> {
  await client.query(
    `INSERT INTO roster (id, county_code, class_id, state, created_by, created_at, updated_at)
     VALUES ($1, $2, $3, 'draft', $4, $5, $5) ON CONFLICT (class_id) DO NOTHING`,
    [newId(), one.countyCode, one.classId, one.userId, one.now],
  );
  const { rows } = await client.query<{ id: string; state: RosterState }>(
    "SELECT id, state FROM roster WHERE class_id = $1 FOR UPDATE",
    [one.classId],
  );
  const roster = rows[0];
  if (roster === undefined) throw new Error("the roster made here is not in scope");
  return roster;
}

/** Puts every row that is not refused into the roster, in one statement each. */
export async function putIntoRoster(
  client: PoolClient,
  importId: string,
  roster: { readonly id: string },
  by: { readonly userId: string; readonly now: Date },
): Promise<Omit<CommitCounts, "refused">> {
  await client.query("SELECT settle_people($1, $2)", [importId, by.now]);
  await client.query(TAKE_OVER_PERSONS, [importId, by.now]);
  const updated = await client.query(TAKE_OVER_LINES, [importId, roster.id]);
  const added = await client.query(ADD_LINES, [importId, roster.id, by.userId, by.now]);
  const { rows } = await client.query<{ taken: number }>(
    "SELECT count(*)::int AS taken FROM roster_import_row WHERE import_id = $1 AND state <> 'refused'",
    [importId],
  );
  const counts = { added: added.rowCount ?? 0, updated: updated.rowCount ?? 0 };
  await client.query("UPDATE roster SET updated_at = $2, version = version + 1 WHERE id = $1", [
    roster.id,
    by.now,
  ]);
  return { ...counts, unchanged: (rows[0]?.taken ?? 0) - counts.added - counts.updated };
}

export async function closeImport(
  client: PoolClient,
  importId: string,
  by: { readonly userId: string; readonly now: Date },
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

const TAKE_OVER_LINES = `
  UPDATE roster_line l SET name = r.name, pinyin_initials = r.pinyin_initials,
    ethnicity = coalesce(nullif(r.ethnicity, ''), l.ethnicity),
    address = coalesce(nullif(r.address, ''), l.address),
    phone_index = coalesce(r.phone_index, l.phone_index),
    phone_sealed = coalesce(r.phone_sealed, l.phone_sealed), findings = r.findings,
    verified_snapshot_id = r.verified_snapshot_id, verified_category = r.verified_category
  FROM roster_import_row r
  WHERE r.import_id = $1 AND r.matching = 'lineDiffers' AND r.decision = 'take'
    AND r.state <> 'refused'
    AND l.roster_id = $2 AND l.id_index = r.id_index AND l.removed_at IS NULL`;

/** A line whose person meanwhile came in by another file is left as it is. */
const ADD_LINES = `
  INSERT INTO roster_line (id, roster_id, county_code, person_id, line_no, name, pinyin_initials,
    sex, ethnicity, id_index, id_sealed, phone_index, phone_sealed, address, declared_registered,
    declared_status, trade, note, findings, verified_snapshot_id, verified_category, verified_on,
    import_id, sheet_row, created_by, created_at)
  SELECT r.line_id, $2, r.county_code, r.person_id,
    (SELECT coalesce(max(line_no), 0) FROM roster_line WHERE roster_id = $2)
      + row_number() OVER (ORDER BY r.sheet_row),
    CASE WHEN kept THEN p.name ELSE r.name END,
    CASE WHEN kept THEN p.pinyin_initials ELSE r.pinyin_initials END,
    r.sex, CASE WHEN kept THEN p.ethnicity ELSE r.ethnicity END, r.id_index, r.id_sealed,
    CASE WHEN kept THEN p.phone_index ELSE r.phone_index END,
    CASE WHEN kept THEN p.phone_sealed ELSE r.phone_sealed END,
    CASE WHEN kept THEN p.address ELSE r.address END, r.declared_registered, r.declared_status,
    r.trade, r.note, r.findings, r.verified_snapshot_id, r.verified_category, s.exported_on,
    r.import_id, r.sheet_row, $3, $4
  FROM roster_import_row r
    LEFT JOIN person p ON p.id = r.person_id AND r.decision = 'keep'
    LEFT JOIN registry_snapshot s ON s.id = r.verified_snapshot_id
    CROSS JOIN LATERAL (SELECT p.id IS NOT NULL AS kept) AS k
  WHERE r.import_id = $1 AND r.state <> 'refused'
    AND NOT EXISTS (SELECT FROM roster_line l WHERE l.roster_id = $2 AND l.id_index = r.id_index
      AND l.removed_at IS NULL)
  ORDER BY r.id_index
  ON CONFLICT (roster_id, id_index) WHERE removed_at IS NULL DO NOTHING`;
