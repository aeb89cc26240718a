import type { PoolClient } from "pg";
import { canEdit, type RosterState } from "~/domain/rosters/roster";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { newId } from "~/platform/id.server";
import {
  countTaken,
  settlePeople,
  type CommitBy,
  type LockedImport,
  type PutIn,
} from "./import-commit.server";

/** Puts every row that is not refused into the roster of its class, in one statement each. */
export async function putIntoRoster(
  client: PoolClient,
  { id, countyCode, classId }: LockedImport,
  by: CommitBy,
): Promise<Outcome<PutIn, { readonly message: string }>> {
  const roster = await lockRoster(client, { countyCode, classId, ...by });
  if (!canEdit(roster.state)) {
    return refused({ message: "花名册已报送或已核定，不能再导入。" });
  }
  await settlePeople(client, id, by.now);
  const updated = await client.query(TAKE_OVER_LINES, [id, roster.id]);
  const added = await client.query(ADD_LINES, [id, roster.id, by.userId, by.now]);
  const counts = { added: added.rowCount ?? 0, updated: updated.rowCount ?? 0 };
  await client.query("UPDATE roster SET updated_at = $2, version = version + 1 WHERE id = $1", [
    roster.id,
    by.now,
  ]);
  const unchanged = (await countTaken(client, id)) - counts.added - counts.updated;
  const subject = { subjectKind: "roster", subjectId: roster.id } as const;
  const event = { action: "roster.commitImport", ...subject };
  return done({ counts: { ...counts, unchanged }, event, elsewhere: [], changes: [] });
}

/**
 * The class's roster, made when missing, locked: two officers going in at once come one after the
 * other, and the second sees what the first has put there.
 */
async function lockRoster(
  client: PoolClient,
  one: { countyCode: string; classId: string | null; userId: string; now: Date },
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
  ON CONFLICT (roster_id, id_index) WHERE removed_at IS NULL AND sheet_row > 0 DO NOTHING`;
