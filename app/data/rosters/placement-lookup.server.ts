import type { ClientBase } from "pg";
import type { RegistryEntry } from "~/domain/rosters/cross-check";
import type { KnownPlacement } from "~/domain/rosters/placement-differences";
import type { Engagement } from "~/domain/rosters/placement-findings";
import type { CheckedPlacement } from "~/domain/rosters/placement-row";
import { day } from "~/domain/shared/calendar-date";
import type { Read } from "./import-intake.server";
import { entryOf } from "./import-lookup.server";

export type ReadPlacement = Read<CheckedPlacement>;

/** The registry in force in the person's county on his first day of work, and what it holds. */
export interface RegistryAnswer {
  readonly snapshotId: string;
  /** As stored: empty for a category that is not known. */
  readonly category: string | null;
  /** Null: not in it. */
  readonly entry: RegistryEntry | null;
}

/** What a batch is asked, one place per row: rows that cannot be asked about hold nulls. */
function asked(reads: readonly ReadPlacement[]) {
  return {
    indexes: reads.map(({ idIndex }) => idIndex),
    counties: reads.map(({ checked }) => checked.homeCounty?.code ?? null),
    days: reads.map(({ checked }) => checked.fields.startedOn),
    codes: reads.map(({ checked }) => checked.fields.creditCode),
    names: reads.map(({ checked }) => checked.fields.employerName),
  };
}

/** By the place of the row in the batch; missing where no export covers the county. */
export async function registryAnswers(
  client: ClientBase,
  reads: readonly ReadPlacement[],
): Promise<ReadonlyMap<number, RegistryAnswer>> {
  const { indexes, counties, days } = asked(reads);
  const { rows } = await client.query<{
    at: number;
    snapshotId: string;
    category: string | null;
    countyCode: string | null;
    name: string | null;
  }>(
    `WITH asked AS (
       SELECT * FROM unnest($1::bytea[], $2::text[], $3::date[]) WITH ORDINALITY
         AS a (id_index, county, on_day, at)
       WHERE id_index IS NOT NULL AND county IS NOT NULL AND on_day IS NOT NULL),
     exports AS (
       SELECT county, on_day, snapshot_in_force(county, on_day) AS snapshot
       FROM (SELECT DISTINCT county, on_day FROM asked) d)
     SELECT a.at::int - 1 AS at, e.snapshot AS "snapshotId", m.category,
       m.county_code AS "countyCode", m.name
     FROM asked a JOIN exports e USING (county, on_day)
       LEFT JOIN LATERAL registry_matches(e.snapshot, ARRAY[a.id_index]) m ON true
     WHERE e.snapshot IS NOT NULL`,
    [indexes, counties, days],
  );
  return new Map(
    rows.map(({ at, snapshotId, category, countyCode, name }) => {
      const isThere = category !== null && countyCode !== null && name !== null;
      const entry = isThere ? entryOf({ category, countyCode, name }) : null;
      return [at, { snapshotId, category, entry }];
    }),
  );
}

/** Places of the rows whose person another county than the row's keeps. */
export async function keptElsewhere(
  client: ClientBase,
  reads: readonly ReadPlacement[],
): Promise<ReadonlySet<number>> {
  const { indexes, counties } = asked(reads);
  const { rows } = await client.query<{ at: number }>(
    "SELECT at - 1 AS at FROM kept_elsewhere($1::bytea[], $2::text[])",
    [indexes, counties],
  );
  return new Set(rows.map(({ at }) => at));
}

/**
 * The line of the ledger that each row means: same person, same first day, and the same credit code (or the same
 * name, where one of the two has no code).
 */
export async function standingPlacements(
  client: ClientBase,
  reads: readonly ReadPlacement[],
): Promise<ReadonlyMap<number, KnownPlacement>> {
  const { indexes, days, codes, names } = asked(reads);
  const { rows } = await client.query<KnownPlacement & { at: number }>(
    `SELECT DISTINCT ON (a.at) a.at::int - 1 AS at, p.id, p.township, p.village,
       e.credit_code AS "creditCode", p.workplace_code AS "workplaceCode",
       p.job_title AS "jobTitle", p.monthly_wage_fen AS "monthlyWageFen",
       p.contract_kind AS "contractKind", p.arrangement, p.form,
       p.worker_group AS "workerGroup", p.contract_from::text AS "contractFrom",
       p.contract_to::text AS "contractTo", p.ended_on::text AS "endedOn",
       p.end_reason AS "endReason", coalesce(b.name, '') AS "batchName", p.note
     FROM unnest($1::bytea[], $2::date[], $3::text[], $4::text[]) WITH ORDINALITY
         AS a (id_index, on_day, code, name, at)
       JOIN placement p ON p.id_index = a.id_index AND p.started_on = a.on_day
         AND p.removed_at IS NULL
       JOIN employer e ON e.id = p.employer_id
         AND (e.credit_code = a.code
           OR ((e.credit_code IS NULL OR a.code IS NULL) AND e.name = a.name))
       LEFT JOIN labour_batch b ON b.id = p.batch_id
     ORDER BY a.at, e.credit_code = a.code DESC NULLS LAST, p.created_at`,
    [indexes, days, codes, names],
  );
  return new Map(rows.map(({ at, ...line }) => [at, line]));
}

/** Other jobs and classes of the same days, by the place of the row; `own`: the line that the row itself means. */
export async function otherEngagements(
  client: ClientBase,
  reads: readonly ReadPlacement[],
  own: ReadonlyMap<number, { readonly id: string }>,
): Promise<ReadonlyMap<number, Engagement[]>> {
  const { indexes, days } = asked(reads);
  const nulls = reads.map(() => null);
  const except = reads.map((_, at) => own.get(at)?.id ?? null);
  const { rows } = await client.query<{
    at: number;
    kind: Engagement["kind"];
    label: string | null;
    startsOn: string;
    endsOn: string | null;
  }>(
    `SELECT at - 1 AS at, kind, label, starts_on::text AS "startsOn", ends_on::text AS "endsOn"
     FROM other_engagements($1::bytea[], $2::date[], $3::date[], $4::uuid[])`,
    [indexes, days, nulls, except],
  );
  const found = new Map<number, Engagement[]>();
  for (const { at, kind, label, startsOn, endsOn } of rows) {
    const last = endsOn === null ? null : day(endsOn);
    const one = { kind, label, startsOn: day(startsOn), endsOn: last };
    found.set(at, [...(found.get(at) ?? []), one]);
  }
  return found;
}

/** Names under which employers are on record, by credit code. */
export async function employerNames(
  client: ClientBase,
  reads: readonly ReadPlacement[],
): Promise<ReadonlyMap<string, string>> {
  const codes = new Set(asked(reads).codes.filter((code) => code !== null));
  const { rows } = await client.query<{ code: string; name: string }>(
    "SELECT credit_code AS code, name FROM employer WHERE credit_code = ANY ($1::text[])",
    [[...codes]],
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}
