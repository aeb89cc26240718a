import { sameName } from "~/domain/people/same-person";
import { PARAMETERS } from "~/domain/rules/parameter";
import { Prisma } from "~/platform/prisma/client.server";
import type { AppointmentToCheck } from "./appointment-checks.server";
import type { Ask } from "./post-asking.server";

/** What the registry in force on the first day says; all null when no export covers it. */
export interface PostRegistryAnswer {
  readonly snapshotId: string | null;
  readonly exportedOn: string | null;
  /** Null: not in it under this number, name and county. Empty: under no category that is known. */
  readonly category: string | null;
}

interface Found extends PostRegistryAnswer {
  readonly at: number;
  readonly name: string | null;
  readonly countyCode: string | null;
}

const NO_ANSWER: PostRegistryAnswer = { snapshotId: null, exportedOn: null, category: null };
const NO_GAP = 0;

/** The registry's answer by the place of the row. */
export async function registryOf(
  ask: Ask,
  rows: readonly AppointmentToCheck[],
): Promise<(at: number) => PostRegistryAnswer> {
  const hexes = rows.map(({ idIndex }) => Buffer.from(idIndex).toString("hex"));
  const found = await ask<Found>(Prisma.sql`
    WITH asked AS (
      SELECT * FROM unnest(${hexes}::text[], ${countiesOf(rows)}::text[], ${daysOf(rows)}::text[]::date[])
        WITH ORDINALITY AS a (hex, county, on_day, at)),
    exports AS (
      SELECT county, on_day, snapshot_in_force(county, on_day) AS snapshot
      FROM (SELECT DISTINCT county, on_day FROM asked) d)
    SELECT a.at::int - 1 AS at, s.id::text AS "snapshotId", s.exported_on::text AS "exportedOn", m.category,
      m.county_code AS "countyCode", m.name
    FROM asked a JOIN exports e USING (county, on_day) JOIN registry_snapshot s ON s.id = e.snapshot
      LEFT JOIN LATERAL registry_matches(s.id, ARRAY[decode(a.hex, 'hex')]) m ON true`);
  const answers = new Map(found.map(({ at, ...one }) => [at, one]));
  return (at) => {
    const one = answers.get(at);
    const row = rows[at];
    if (one === undefined || row === undefined) return NO_ANSWER;
    const { snapshotId, exportedOn, name, countyCode } = one;
    const isHis = name !== null && sameName(name, row.name);
    const isHere = countyCode === null || countyCode === row.countyCode;
    return { snapshotId, exportedOn, category: isHis && isHere ? one.category : null };
  };
}

/** The days between two posts up to which they are one term, by the place of the row: the nearer area's value. */
export async function gapDaysOf(
  ask: Ask,
  rows: readonly Placed[],
): Promise<(at: number) => number> {
  const found = await ask<{ at: number; value: number }>(Prisma.sql`
    SELECT DISTINCT ON (a.at) a.at::int - 1 AS at, v.value::float8 AS value
    FROM unnest(${countiesOf(rows)}::text[], ${daysOf(rows)}::text[]::date[])
        WITH ORDINALITY AS a (county, on_day, at)
      JOIN parameter_value v ON v.parameter = 'post.gapDays' AND v.withdrawn_at IS NULL
        AND v.from_on <= a.on_day AND coalesce(v.to_on, 'infinity') >= a.on_day
        AND v.region_code IN (a.county, left(a.county, 4) || '00', left(a.county, 2) || '0000')
    ORDER BY a.at, v.region_code DESC, v.from_on DESC, v.id DESC`);
  const values = new Map(found.map(({ at, value }) => [at, value]));
  return (at) => values.get(at) ?? PARAMETERS["post.gapDays"].ownDefault ?? NO_GAP;
}

type Placed = Pick<AppointmentToCheck, "countyCode" | "startsOn">;

const countiesOf = (rows: readonly Placed[]) => rows.map((row) => row.countyCode);
const daysOf = (rows: readonly Placed[]) => rows.map(({ startsOn }) => startsOn);
