import type { PoolClient } from "pg";
import { registeringRegion } from "~/domain/employers/employer";
import { kindByCode } from "~/domain/employers/kind-by-code";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { newId } from "~/platform/id.server";
import {
  countTaken,
  settlePeople,
  type CommitBy,
  type LockedImport,
  type PutIn,
} from "./import-commit.server";
import { changesOfLines, changesOfPeople, findTakenLines } from "./taken-lines.server";

/** Puts every row that is not refused into the ledger of its county, in one statement each. */
export async function putIntoLedger(
  client: PoolClient,
  { id, countyCode }: LockedImport,
  by: CommitBy,
): Promise<Outcome<PutIn, { readonly message: string }>> {
  await settlePeople(client, id, by.now);
  const elsewhere = await peopleElsewhere(client, id);
  if (elsewhere !== null) return refused({ message: elsewhere });
  await settleEmployers(client, id, countyCode, by);
  const before = await findTakenLines(client, id);
  const updated = await client.query<Changed>(TAKE_OVER_PLACEMENTS, [id, by.now]);
  const added = await client.query<Changed>(ADD_PLACEMENTS, [id, by.userId, by.now]);
  const counts = { added: added.rows.length, updated: updated.rows.length };
  const unchanged = (await countTaken(client, id)) - counts.added - counts.updated;
  const subject = { subjectKind: "rosterImport", subjectId: id } as const;
  const event = { action: "placement.commitImport", ...subject };
  const others = changesElsewhere(countyCode, added.rows, updated.rows);
  const changes = [
    ...changesOfLines(before, await findTakenLines(client, id)),
    ...(await changesOfPeople(client, id)),
  ];
  return done({ counts: { ...counts, unchanged }, event, elsewhere: others, changes });
}

/** Whom another county has entered since the file was checked: its ledger has them, and this one may not. */
async function peopleElsewhere(client: PoolClient, importId: string): Promise<string | null> {
  const { rows } = await client.query<{ sheetRow: number }>(
    `SELECT a.sheet_rows[k.at] AS "sheetRow"
     FROM (SELECT array_agg(sheet_row ORDER BY sheet_row) AS sheet_rows,
         array_agg(id_index ORDER BY sheet_row) AS indexes,
         array_agg(home_county_code ORDER BY sheet_row) AS counties
       FROM roster_import_row WHERE import_id = $1 AND state <> 'refused') a,
       kept_elsewhere(a.indexes, a.counties) k
     ORDER BY 1 LIMIT 10`,
    [importId],
  );
  if (rows.length === 0) return null;
  const which = rows.map(({ sheetRow }) => sheetRow).join("、");
  return `第 ${which} 行的人员户籍在其他县（市、区），已由户籍县登记。请移出这些行后重新上传，再入册。`;
}

interface Changed {
  readonly county: string;
}

/** Where a prefecture has brought it: what each county's ledger got. */
function changesElsewhere(
  countyCode: string,
  added: readonly Changed[],
  updated: readonly Changed[],
): PutIn["elsewhere"] {
  const counties = new Set([...added, ...updated].map(({ county }) => county));
  counties.delete(countyCode);
  const countOf = (rows: readonly Changed[], code: string) =>
    rows.filter(({ county }) => county === code).length;
  return [...counties].sort().map((code) => ({
    countyCode: code,
    added: countOf(added, code),
    updated: countOf(updated, code),
  }));
}

interface MissingEmployer {
  readonly creditCode: string | null;
  readonly name: string;
  readonly homeCounty: string;
}

/** Employers nobody has entered: with a code the import's region owns them, without one the person's county. */
async function settleEmployers(
  client: PoolClient,
  importId: string,
  countyCode: string,
  by: CommitBy,
): Promise<void> {
  // Those with a code first: a row that gives no more than the name of one of them means that one.
  await addEmployers(client, await missing(client, importId, true), countyCode, by);
  await addEmployers(client, await missing(client, importId, false), countyCode, by);
}

async function missing(client: PoolClient, importId: string, coded: boolean) {
  const { rows } = await client.query<MissingEmployer>(MISSING_EMPLOYERS, [importId, coded]);
  return rows;
}

async function addEmployers(
  client: PoolClient,
  rows: readonly MissingEmployer[],
  countyCode: string,
  by: CommitBy,
): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    // No target: neither the code nor, without one, the name in the county may stand twice.
    `INSERT INTO employer (id, owner_code, credit_code, name, kind, region_code, created_by, created_at)
     SELECT *, $7::uuid, $8::timestamptz
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
     ON CONFLICT DO NOTHING`,
    [
      rows.map(() => newId()),
      rows.map(({ creditCode, homeCounty }) => (creditCode === null ? homeCounty : countyCode)),
      rows.map(({ creditCode }) => creditCode),
      rows.map(({ name }) => name),
      rows.map(({ creditCode, name }) => kindByCode(creditCode, name)),
      rows.map(({ creditCode }) => (creditCode === null ? null : registeringRegion(creditCode))),
      by.userId,
      by.now,
    ],
  );
}

/**
 * The employer of a row `r`: by its code; without one by its name, as the county has entered it or else as the one
 * registered employer of that name.
 */
const EMPLOYER_OF_ROW = `
  LATERAL (SELECT e.id, e.name FROM employer e
    WHERE CASE WHEN r.fields->>'creditCode' IS NOT NULL THEN e.credit_code = r.fields->>'creditCode'
      ELSE e.name = r.fields->>'employerName' AND CASE WHEN e.credit_code IS NULL
        THEN e.owner_code = r.home_county_code
        ELSE NOT EXISTS (SELECT FROM employer x WHERE x.name = e.name AND x.id <> e.id
          AND x.credit_code IS NOT NULL) END
      END
    ORDER BY e.credit_code NULLS FIRST LIMIT 1)`;

const MISSING_EMPLOYERS = `
  SELECT DISTINCT ON (1, 2) coalesce(r.fields->>'creditCode', r.fields->>'employerName') AS key,
    CASE WHEN $2 THEN '' ELSE r.home_county_code END AS owner,
    r.fields->>'creditCode' AS "creditCode", r.fields->>'employerName' AS name,
    r.home_county_code AS "homeCounty"
  FROM roster_import_row r LEFT JOIN ${EMPLOYER_OF_ROW} e ON true
  WHERE r.import_id = $1 AND r.state <> 'refused' AND e.id IS NULL
    AND (r.fields->>'creditCode' IS NOT NULL) = $2
  ORDER BY 1, 2, r.sheet_row`;

/** Decided "take": the file's work replaces the line's. A blank cell replaces nothing. */
const TAKE_OVER_PLACEMENTS = `
  UPDATE placement p SET name = r.name, pinyin_initials = r.pinyin_initials,
    township = coalesce(nullif(f.township, ''), p.township),
    village = coalesce(nullif(f.village, ''), p.village),
    employer_id = coalesce(e.id, p.employer_id), employer_name = coalesce(e.name, p.employer_name),
    workplace_code = f."workplaceCode", form = coalesce(f.form, p.form),
    worker_group = coalesce(f."workerGroup", p.worker_group),
    arrangement = coalesce(f.arrangement, p.arrangement),
    contract_kind = coalesce(f."contractKind", p.contract_kind),
    job_title = coalesce(nullif(f."jobTitle", ''), p.job_title),
    monthly_wage_fen = coalesce(f."monthlyWageFen", p.monthly_wage_fen),
    -- the file's day stands; the line's other one only where the two agree
    contract_from = coalesce(f."contractFrom",
      CASE WHEN f."contractTo" IS NULL OR p.contract_from <= f."contractTo" THEN p.contract_from END),
    contract_to = coalesce(f."contractTo",
      CASE WHEN f."contractFrom" IS NULL OR p.contract_to >= f."contractFrom" THEN p.contract_to END),
    ended_on = coalesce(f."endedOn", p.ended_on),
    end_reason = CASE WHEN f."endedOn" IS NULL THEN p.end_reason ELSE f."endReason" END,
    next_follow_up_on = CASE WHEN f."endedOn" IS NULL THEN p.next_follow_up_on END,
    batch_id = coalesce(f."batchId", p.batch_id),
    note = coalesce(nullif(r.note, ''), p.note), findings = r.findings,
    -- the name goes with the registry's answer to it; where no export covers the day, what stands stays
    verified_snapshot_id = coalesce(r.verified_snapshot_id, p.verified_snapshot_id),
    verified_on = coalesce(s.exported_on, p.verified_on),
    verified_category = CASE WHEN r.verified_snapshot_id IS NULL THEN p.verified_category
      WHEN f."verifiesGiven" THEN r.verified_category END,
    updated_at = $2, version = p.version + 1
  FROM roster_import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.fields) AS f("placementId" uuid, township text, village text,
      "workplaceCode" text, form text, "workerGroup" text, arrangement text, "contractKind" text,
      "jobTitle" text, "monthlyWageFen" int, "contractFrom" date, "contractTo" date, "endedOn" date,
      "endReason" text, "batchId" uuid, "verifiesGiven" boolean)
    LEFT JOIN registry_snapshot s ON s.id = r.verified_snapshot_id
    -- a file without a code leaves the employer that stands
    LEFT JOIN LATERAL (SELECT e.id, e.name FROM employer e
      WHERE e.credit_code = r.fields->>'creditCode') e ON true
  WHERE r.import_id = $1 AND r.matching = 'lineDiffers' AND r.decision = 'take'
    AND r.state <> 'refused' AND p.id = f."placementId" AND p.removed_at IS NULL
  RETURNING p.county_code AS county`;

/** A line that stands already, or meanwhile came in by another file, is left as it is. */
const ADD_PLACEMENTS = `
  INSERT INTO placement (id, county_code, person_id, id_index, name, pinyin_initials, sex, township,
    village, employer_id, employer_name, workplace_code, form, worker_group, arrangement, contract_kind,
    job_title, monthly_wage_fen, started_on, contract_from, contract_to, ended_on, end_reason, batch_id,
    note, findings, verified_snapshot_id, verified_category,
    verified_on, next_follow_up_on, import_id, sheet_row, created_by, created_at, updated_at)
  SELECT r.line_id, r.home_county_code, r.person_id, r.id_index, coalesce(k.name, r.name),
    coalesce(k.pinyin_initials, r.pinyin_initials), r.sex, f.township, f.village, e.id, e.name,
    f."workplaceCode", coalesce(f.form, 'FLEXIBLE'), coalesce(f."workerGroup", 'GENERAL'),
    coalesce(f.arrangement, 'SELF_ARRANGED'),
    coalesce(f."contractKind", 'NONE'), f."jobTitle", f."monthlyWageFen", f."startedOn",
    f."contractFrom", f."contractTo", f."endedOn", coalesce(f."endReason", ''), f."batchId", r.note,
    r.findings, r.verified_snapshot_id,
    CASE WHEN CASE r.decision WHEN 'keep' THEN f."verifiesKnown" ELSE f."verifiesGiven" END
      THEN r.verified_category END, s.exported_on, f."nextFollowUpOn",
    r.import_id, r.sheet_row, $2, $3, $3
  FROM roster_import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.fields) AS f("placementId" uuid, township text, village text,
      "workplaceCode" text, form text, "workerGroup" text, arrangement text, "contractKind" text,
      "jobTitle" text, "monthlyWageFen" int, "startedOn" date, "contractFrom" date, "contractTo" date,
      "endedOn" date, "endReason" text, "batchId" uuid, "nextFollowUpOn" date,
      "verifiesGiven" boolean, "verifiesKnown" boolean)
    CROSS JOIN ${EMPLOYER_OF_ROW} e
    LEFT JOIN person k ON k.id = r.person_id AND r.decision = 'keep'
    LEFT JOIN registry_snapshot s ON s.id = r.verified_snapshot_id
    LEFT JOIN placement known ON known.id = f."placementId" AND known.removed_at IS NULL
  WHERE r.import_id = $1 AND r.state <> 'refused' AND known.id IS NULL
  ORDER BY r.id_index
  ON CONFLICT DO NOTHING
  RETURNING county_code AS county`;
