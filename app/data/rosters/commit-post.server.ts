import type { PoolClient } from "pg";
import { holdForAppointments } from "~/data/posts/appointment-checks.server";
import { askingOfClient } from "~/data/posts/post-asking.server";
import { leaveTrailInBulk } from "~/data/trail/trail-store.server";
import type { Difference } from "~/domain/rosters/roster-import";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import {
  countTaken,
  settlePeople,
  type CommitBy,
  type LockedImport,
  type PutIn,
} from "./import-commit.server";

/** Whom an appointment was confirmed by that came by file: nobody looked at it here. */
const BY_FILE = "名册导入";

/** Puts every row that is not refused among the county's appointments, as facts of the past. */
export async function putIntoPosts(
  client: PoolClient,
  { id }: LockedImport,
  by: CommitBy,
): Promise<Outcome<PutIn, { readonly message: string }>> {
  await settlePeople(client, id, by.now);
  await holdPeople(client, id);
  const message = (await keptElsewhere(client, id)) ?? (await inTheWay(client, id));
  if (message !== null) return refused({ message });
  const changes = await findChanges(client, id);
  const updated = await client.query(TAKE_OVER_POSTS, [id, by.now]);
  const added = await client.query(ADD_POSTS, [id, by.userId, by.userName, by.now, BY_FILE]);
  const counts = { added: added.rowCount ?? 0, updated: updated.rowCount ?? 0 };
  const unchanged = (await countTaken(client, id)) - counts.added - counts.updated;
  for (const { subjectId, countyCode, ...change } of changes) {
    await leaveTrailInBulk(client, {
      ...{ at: by.now, actorId: by.userId, actorName: by.userName, action: "post.change" },
      ...{ subjectKind: "postAppointment", subjectId, countyCode },
      detail: { importId: id, person: change.person, ...told(change.differences) },
    });
  }
  const event = {
    action: "post.commitImport",
    subjectKind: "rosterImport",
    subjectId: id,
  } as const;
  return done({ counts: { ...counts, unchanged }, event, elsewhere: [], changes: [] });
}

/** Nobody else writes a post of these people until the transaction ends. */
async function holdPeople(client: PoolClient, importId: string): Promise<void> {
  const { rows } = await client.query<{ idIndex: Buffer }>(
    `SELECT id_index AS "idIndex" FROM roster_import_row WHERE import_id = $1 AND state <> 'refused'`,
    [importId],
  );
  const held = rows.map(({ idIndex }) => ({ idIndex, quotaId: null }));
  await holdForAppointments(askingOfClient(client), held);
}

const MOST_ROWS = 10;

/** Whom another county has on record: its posts are its own affair. */
async function keptElsewhere(client: PoolClient, importId: string): Promise<string | null> {
  const { rows } = await client.query<{ sheetRow: number }>(
    `SELECT r.sheet_row AS "sheetRow" FROM roster_import_row r
       LEFT JOIN person k ON k.id = r.person_id AND k.county_code = r.home_county_code
     WHERE r.import_id = $1 AND r.state <> 'refused' AND k.id IS NULL ORDER BY 1`,
    [importId],
  );
  if (rows.length === 0) return null;
  return `第 ${listed(rows)}的人员户籍在其他县（市、区），已由户籍县登记。请移出这些行后重新上传，再入册。`;
}

/** What came in since the file was checked and cannot stand beside it, by its rows. */
async function inTheWay(client: PoolClient, importId: string): Promise<string | null> {
  const { rows } = await client.query<{ sheetRow: number }>(IN_THE_WAY, [importId]);
  if (rows.length === 0) return null;
  return `第 ${listed(rows)}的人员，查验以后又登记了日期重叠的岗位、工作或报审了工资，不能写入。请重新上传文件，按新的查验结果改正。`;
}

/** 3、7 行, the first of many with 等. */
function listed(rows: readonly { readonly sheetRow: number }[]): string {
  const which = rows.slice(0, MOST_ROWS).map(({ sheetRow }) => sheetRow);
  return `${which.join("、")} 行${rows.length > MOST_ROWS ? "等" : ""}`;
}

/** The rows that change something, with the term that each would have. */
const TAKEN = `
  SELECT r.sheet_row, r.id_index, known.id, (r.fields->>'startsOn')::date AS starts_on,
    coalesce((r.fields->>'leftOn')::date, known.left_on, (r.fields->>'endsOn')::date) AS last_on,
    (r.fields->>'monthlyRateFen')::int AS rate, r.home_county_code AS county,
    coalesce(nullif(r.fields->>'employer', ''), known.employer, '') AS employer
  FROM roster_import_row r LEFT JOIN post_appointment known
    ON known.id = (r.fields->>'appointmentId')::uuid AND known.removed_at IS NULL
  WHERE r.import_id = $1 AND r.state <> 'refused' AND (known.id IS NULL OR r.decision = 'take')`;

const IN_THE_WAY = `
  WITH taken AS (${TAKEN}),
  lists AS (SELECT array_agg(id_index ORDER BY sheet_row) AS indexes,
    array_agg(starts_on ORDER BY sheet_row) AS from_on, array_agg(last_on ORDER BY sheet_row) AS to_on,
    array_agg(county ORDER BY sheet_row) AS counties, array_agg(employer ORDER BY sheet_row) AS employers,
    array_agg(sheet_row ORDER BY sheet_row) AS sheet_rows FROM taken)
  SELECT t.sheet_row AS "sheetRow" FROM taken t JOIN taken o ON o.id_index = t.id_index
    AND o.sheet_row <> t.sheet_row AND o.starts_on <= t.last_on AND o.last_on >= t.starts_on
  UNION
  SELECT t.sheet_row FROM lists l, post_terms(l.indexes) p
    JOIN taken t ON t.sheet_row = (SELECT sheet_rows[p.at] FROM lists)
  WHERE p.subject_id IS DISTINCT FROM t.id AND p.starts_on <= t.last_on AND p.ends_on >= t.starts_on
  UNION
  SELECT l.sheet_rows[j.at] FROM lists l,
    jobs_beside_post(l.indexes, l.from_on, l.to_on, l.counties, l.employers) j
  UNION
  SELECT t.sheet_row FROM taken t JOIN wage_line w ON w.appointment_id = t.id AND w.removed_at IS NULL
    JOIN wage_sheet s ON s.id = w.sheet_id AND s.state IN ('submitted', 'approved', 'locked')
  WHERE w.month > t.last_on OR w.rate_fen > t.rate
  ORDER BY 1`;

interface Change {
  readonly subjectId: string;
  readonly countyCode: string;
  readonly person: string;
  readonly differences: readonly Difference[];
}

/** What was decided for the file, of a person or of the post itself; each gets its event. */
async function findChanges(client: PoolClient, importId: string): Promise<readonly Change[]> {
  const { rows } = await client.query<Change>(
    `SELECT coalesce(r.fields->>'appointmentId', r.line_id::text) AS "subjectId",
       r.home_county_code AS "countyCode", r.name AS person, r.differences
     FROM roster_import_row r
     WHERE r.import_id = $1 AND r.matching IN ('differs', 'lineDiffers') AND r.decision = 'take'
       AND r.state <> 'refused' ORDER BY r.sheet_row`,
    [importId],
  );
  return rows;
}

function told(differences: readonly Difference[]) {
  const say = (value: (one: Difference) => string) =>
    differences.map((one) => `${one.label} ${value(one)}`).join("、");
  return { before: say(({ known }) => known), after: say(({ given }) => given) };
}

const FIELDS = `CROSS JOIN LATERAL jsonb_to_record(r.fields) AS f("appointmentId" uuid, township text,
  village text, title text, employer text, "fundSource" text, "monthlyRateFen" int, "startsOn" date,
  "endsOn" date, "leftOn" date, "shortReason" text, "statedReceipts" text[],
  "verifiesGiven" boolean, "verifiesKnown" boolean)`;

/** In the shape of an appointment's own findings; what was tidied on the way in is the import's to tell. */
const FINDINGS = `(SELECT coalesce(jsonb_agg(one || '{"cure": "", "to": null}'), '[]')
  FROM jsonb_array_elements(r.findings) one WHERE one->>'severity' = 'warning')`;
const noQuota = (id: string) => `jsonb_build_array(jsonb_build_object('kind', 'no-quota',
  'severity', 'warning', 'message', '来自名册导入，未挂岗位指标', 'cure', '请挂上岗位指标。',
  'to', '/posts/appointments/' || ${id} || '/quota'))`;

/** Decided "take": the file's post replaces what stands, but for its state and quota. A blank cell replaces nothing. */
const TAKE_OVER_POSTS = `
  UPDATE post_appointment p SET name = r.name, pinyin_initials = r.pinyin_initials,
    township = coalesce(nullif(f.township, ''), p.township),
    village = coalesce(nullif(f.village, ''), p.village), title = f.title,
    employer = coalesce(nullif(f.employer, ''), p.employer), monthly_rate_fen = f."monthlyRateFen",
    fund_source = coalesce(nullif(f."fundSource", ''), p.fund_source), ends_on = f."endsOn",
    left_on = coalesce(f."leftOn", p.left_on),
    leave_reason = CASE WHEN f."leftOn" IS NULL OR p.leave_reason <> '' THEN p.leave_reason ELSE 'OTHER' END,
    short_reason = coalesce(nullif(f."shortReason", ''), p.short_reason),
    stated_receipts = ARRAY(SELECT DISTINCT unnest(p.stated_receipts || f."statedReceipts") ORDER BY 1),
    note = coalesce(nullif(r.note, ''), p.note),
    findings = ${FINDINGS} || CASE WHEN p.quota_id IS NULL THEN ${noQuota("p.id")} ELSE '[]' END,
    -- the name goes with the registry's answer to it; where no export covers the day, what stands stays
    verified_snapshot_id = coalesce(r.verified_snapshot_id, p.verified_snapshot_id),
    verified_on = coalesce(s.exported_on, p.verified_on),
    verified_category = CASE WHEN r.verified_snapshot_id IS NULL THEN p.verified_category
      WHEN f."verifiesGiven" THEN r.verified_category END,
    updated_at = $2, version = p.version + 1
  FROM roster_import_row r ${FIELDS}
    LEFT JOIN registry_snapshot s ON s.id = r.verified_snapshot_id
  WHERE r.import_id = $1 AND r.matching = 'lineDiffers' AND r.decision = 'take'
    AND r.state <> 'refused' AND p.id = f."appointmentId" AND p.removed_at IS NULL`;

const ADD_POSTS = `
  INSERT INTO post_appointment (id, county_code, person_id, id_index, name, pinyin_initials, sex,
    township, village, title, employer, monthly_rate_fen, fund_source, starts_on, ends_on, short_reason,
    left_on, leave_reason, leave_note, state, confirmed_by_name, confirmed_at, verified_snapshot_id,
    verified_category, verified_on, findings, stated_receipts, note, import_id, sheet_row, created_by,
    created_by_name, created_at, updated_at)
  SELECT r.line_id, r.home_county_code, r.person_id, r.id_index, coalesce(k.name, r.name),
    coalesce(k.pinyin_initials, r.pinyin_initials), r.sex, f.township, f.village, f.title, f.employer,
    f."monthlyRateFen", f."fundSource", f."startsOn", f."endsOn", f."shortReason", f."leftOn",
    CASE WHEN f."leftOn" IS NULL THEN '' ELSE 'OTHER' END,
    CASE WHEN f."leftOn" IS NULL THEN '' ELSE $5 || '所载' END,
    'confirmed', $5, $4, r.verified_snapshot_id,
    CASE WHEN CASE r.decision WHEN 'keep' THEN f."verifiesKnown" ELSE f."verifiesGiven" END
      THEN r.verified_category END, s.exported_on, ${FINDINGS} || ${noQuota("r.line_id")}, f."statedReceipts", r.note,
    r.import_id, r.sheet_row, $2, $3, $4, $4
  FROM roster_import_row r ${FIELDS}
    LEFT JOIN person k ON k.id = r.person_id AND r.decision = 'keep'
    LEFT JOIN registry_snapshot s ON s.id = r.verified_snapshot_id
    LEFT JOIN post_appointment known ON known.id = f."appointmentId" AND known.removed_at IS NULL
  WHERE r.import_id = $1 AND r.state <> 'refused' AND known.id IS NULL
  ORDER BY r.id_index`;
