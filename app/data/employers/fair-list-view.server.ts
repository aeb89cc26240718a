import type { Actor } from "~/domain/access/actor";
import { fairGaps, type FairGap, type FairMode } from "~/domain/employers/job-fair";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface FairFilter {
  /** Six digits; empty for every county in scope. */
  readonly county: string;
  /** Year of the first day; null for all. */
  readonly year: number | null;
  readonly mode: FairMode | null;
  /** Only those that lack something to count. */
  readonly onlyLacking: boolean;
}

export interface FairRow {
  readonly id: string;
  readonly name: string;
  readonly countyName: string;
  readonly districtName: string | null;
  readonly mode: FairMode;
  readonly heldOn: string;
  readonly heldTo: string | null;
  readonly employers: number;
  readonly participants: number;
  readonly offered: number;
  readonly placed: number;
  readonly gaps: readonly FairGap[];
}

type Stored = Omit<FairRow, "countyName" | "districtName" | "gaps"> & {
  readonly countyCode: string;
  readonly districtCode: string | null;
  readonly files: number;
};

/** Standing files and people of a fair `f`. */
const FILES = Prisma.sql`(SELECT count(*)::int FROM work_file w
  WHERE w.subject_kind = 'jobFair' AND w.subject_id = f.id AND w.voided_at IS NULL)`;
const PARTICIPANTS = Prisma.sql`(SELECT count(*)::int FROM job_fair_participant p
  WHERE p.fair_id = f.id)`;

/** The standing fairs of the actor's counties, the latest first, one page of them. */
export async function listFairs(
  actor: Actor,
  filter: FairFilter,
  on: string,
  wanted: { readonly size: number; readonly cursor: KeyCursor },
): Promise<KeyPage<FairRow>> {
  const { size, cursor } = wanted;
  const way = cursor.before === null ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const stored = await inTransaction(
    actor,
    (tx) => tx.$queryRaw<Stored[]>`
      SELECT f.id, f.name, f.county_code AS "countyCode", f.district_code AS "districtCode", f.mode,
        f.held_on::text AS "heldOn", f.held_to::text AS "heldTo", ${FILES} AS files,
        (SELECT count(*)::int FROM job_fair_employer e WHERE e.fair_id = f.id) AS employers,
        ${PARTICIPANTS} AS participants, ${countOf("OFFERED")} AS offered, ${countOf("PLACED")} AS placed
      FROM job_fair f WHERE f.removed_at IS NULL AND ${matching(filter, on)} AND ${beyond(cursor)}
      ORDER BY f.held_on ${way}, f.id ${way} LIMIT ${size + 1}`,
  );
  const rows = stored.map(({ countyCode, districtCode, files, ...row }) => ({
    ...row,
    countyName: regionName(countyCode) ?? countyCode,
    districtName: districtCode === null ? null : (regionName(districtCode) ?? districtCode),
    gaps: fairGaps({ ...row, files }, on),
  }));
  return keyPage(rows, size, cursor, (row) => row.id);
}

function countOf(outcome: string): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM job_fair_participant p
    WHERE p.fair_id = f.id AND p.outcome = ${outcome})`;
}

function matching({ county, year, mode, onlyLacking }: FairFilter, on: string): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`];
  if (county !== "") conditions.push(Prisma.sql`f.county_code = ${county}`);
  if (mode !== null) conditions.push(Prisma.sql`f.mode = ${mode}`);
  if (year !== null) {
    conditions.push(Prisma.sql`f.held_on >= make_date(${year}::int, 1, 1)
      AND f.held_on < make_date(${year + 1}::int, 1, 1)`);
  }
  if (onlyLacking) {
    conditions.push(Prisma.sql`coalesce(f.held_to, f.held_on) <= ${on}::date
      AND (${FILES} = 0 OR ${PARTICIPANTS} = 0)`);
  }
  return Prisma.join(conditions, " AND ");
}

function beyond({ before, after }: KeyCursor): Prisma.Sql {
  const id = before ?? after;
  if (id === null) return Prisma.sql`TRUE`;
  const edge = Prisma.sql`(SELECT e.held_on, e.id FROM job_fair e WHERE e.id = ${id}::uuid)`;
  return before === null
    ? Prisma.sql`(f.held_on, f.id) < ${edge}`
    : Prisma.sql`(f.held_on, f.id) > ${edge}`;
}
