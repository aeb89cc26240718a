import type pg from "pg";
import { CLAIM_KINDS, SOURCE_OF_KIND, type ClaimKind } from "~/domain/claims/claim";
import { newId } from "~/platform/id.server";

const COUNTY = "532324";
const ELSEWHERE = "530381";

export interface ClaimedBatch {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly lines: number;
}

/** What is proved of each kind: person, source, days, quantity and rate. */
const DRAWN: Readonly<Record<ClaimKind, string>> = {
  TRAINING: `SELECT l.person_id, l.id_index, l.name, l.id AS source_id, c.starts_on AS from_on, c.ends_on AS to_on,
      10 AS quantity, 'PERSON_DAY' AS unit, 5000 AS rate
    FROM roster_line l JOIN roster r ON r.id = l.roster_id JOIN training_class c ON c.id = r.class_id`,
  STABLE_EMPLOYMENT: `SELECT person_id, id_index, name, id AS source_id, started_on AS from_on,
      '2020-08-31'::date AS to_on, 1 AS quantity, 'PERSON' AS unit, 50000 AS rate
    FROM placement WHERE batch_id IS NULL`,
  AGENCY: `SELECT person_id, id_index, name, id AS source_id, started_on AS from_on,
      '2020-09-30'::date AS to_on, 1 AS quantity, 'PERSON' AS unit, 30000 AS rate
    FROM placement WHERE batch_id IS NOT NULL`,
  POST: `SELECT l.person_id, a.id_index, l.name, l.id AS source_id, l.month AS from_on,
      '2020-05-31'::date AS to_on, 1 AS quantity, 'PERSON_MONTH' AS unit, 80000 AS rate
    FROM wage_line l JOIN post_appointment a ON a.id = l.appointment_id`,
  OUTWORK: `SELECT person_id, id_index, name, id AS source_id, started_on AS from_on,
      '2020-06-30'::date AS to_on, 1 AS quantity, 'PERSON' AS unit, 100000 AS rate
    FROM placement WHERE batch_id IS NULL`,
};

/** A draft of every kind from one pot, with all that is proved; one in twenty-five is claimed for elsewhere as well. */
export async function claimAll(owner: pg.Client): Promise<readonly ClaimedBatch[]> {
  const [own, other] = [await aPot(owner, COUNTY), await aPot(owner, ELSEWHERE)];
  const batches: ClaimedBatch[] = [];
  for (const kind of CLAIM_KINDS) {
    const id = await aBatch(owner, kind, COUNTY, own);
    const lines = await draw(owner, id, kind);
    batches.push({ id, kind, lines });
  }
  const elsewhere = await aBatch(owner, "TRAINING", ELSEWHERE, other);
  await owner.query(
    `INSERT INTO claim_line (id, batch_id, county_code, kind, year, line_no, person_id, id_index, name, source_kind,
       source_id, event_on, period_from, period_to, quantity, unit, rate_fen, amount_fen)
     SELECT gen_random_uuid(), $1, $2, 'TRAINING', 2020, (row_number() OVER (ORDER BY id))::int, id, id_index, name,
       'ROSTER_LINE', gen_random_uuid(), '2020-06-10', '2020-06-10', '2020-06-20', 1, 'PERSON_DAY', 100, 100
     FROM person WHERE abs(hashtext(id::text)) % 25 = 0`,
    [elsewhere, ELSEWHERE],
  );
  return batches;
}

async function draw(owner: pg.Client, batchId: string, kind: ClaimKind) {
  const { rowCount } = await owner.query(
    `INSERT INTO claim_line (id, batch_id, county_code, kind, year, line_no, person_id, id_index, name, source_kind,
       source_id, event_on, period_from, period_to, quantity, unit, rate_fen, amount_fen)
     SELECT gen_random_uuid(), $1, $2, $3, 2020, (row_number() OVER (ORDER BY source_id))::int, person_id, id_index,
       name, $4, source_id, from_on, from_on, to_on, quantity, unit, rate,
       quantity * rate + CASE WHEN abs(hashtext(source_id::text)) % 31 = 0 THEN 1 ELSE 0 END
     FROM (${DRAWN[kind]}) AS drawn`,
    [batchId, COUNTY, kind, SOURCE_OF_KIND[kind]],
  );
  return rowCount ?? 0;
}

async function aPot(owner: pg.Client, regionCode: string): Promise<string> {
  const id = newId();
  await owner.query(
    `INSERT INTO fund_pot (id, region_code, year, name, unit_name, purpose, amount_fen, implementer_region,
       created_by, created_by_name, created_at)
     VALUES ($1, $2, 2020, '劳务协作', '县人社局', 'LABOUR_TRANSFER', 10000000, $2, $1, '某', now())`,
    [id, regionCode],
  );
  return id;
}

async function aBatch(owner: pg.Client, kind: ClaimKind, countyCode: string, potId: string) {
  const id = newId();
  await owner.query(
    `INSERT INTO claim_batch (id, county_code, kind, year, number, title, pot_id, source, state, created_by,
       created_by_name, created_at, updated_at)
     VALUES ($1, $2, $3, 2020, 1, $3, $4, '{}', 'draft', $1, '某', now(), now())`,
    [id, countyCode, kind, potId],
  );
  return id;
}
