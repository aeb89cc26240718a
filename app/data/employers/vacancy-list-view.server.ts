import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import { regionPrefix, toRegionCode } from "~/domain/shared/region-code";
import { vacancyStateOn, type VacancyKind, type VacancyState } from "~/domain/employers/vacancy";
import { workplaceName } from "~/data/placements/workplace-name.server";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface VacancyFilter {
  /** Part of the title or of the employer's name; empty for all. */
  readonly text: string;
  readonly kind: string;
  readonly region: string;
  /** Empty: those that are not over; `over`, or `all`. */
  readonly state: string;
  /** Of one employer; empty for all. */
  readonly employerId: string;
}

export interface VacancyRow {
  readonly id: string;
  readonly kind: VacancyKind;
  readonly title: string;
  readonly employerName: string;
  readonly workplaceName: string;
  readonly headcount: number;
  /** Placed from it, whatever county they come from. */
  readonly filled: number;
  /** Of those the reader's own. */
  readonly ofOwn: number;
  readonly wageFromFen: number | null;
  readonly wageToFen: number | null;
  readonly openFrom: string;
  readonly openTo: string | null;
  readonly state: VacancyState;
}

export interface VacancyListPage {
  readonly rows: readonly VacancyRow[];
  readonly total: number;
  readonly page: number;
  readonly pageCount: number;
}

type Stored = Omit<VacancyRow, "workplaceName" | "state"> & {
  readonly workplaceCode: string;
  readonly closed: boolean;
};

/** Vacancies and orders, those that still want people first, the newest of them at the top. */
export function listVacancies(
  actor: Actor,
  filter: VacancyFilter,
  wanted: { readonly page: number; readonly size: number },
  on: string,
): Promise<VacancyListPage> {
  const where = matching(filter, on);
  const over = Prisma.sql`(v.closed_at IS NOT NULL OR v.open_to < ${on}::date)`;
  return inTransaction(narrowedTo(actor, "placement.read", on), async (tx) => {
    const counted = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total
      FROM vacancy v JOIN employer e ON e.id = v.employer_id WHERE ${where}`;
    const total = counted[0]?.total ?? 0;
    const pageCount = Math.max(1, Math.ceil(total / wanted.size));
    const page = Math.min(wanted.page, pageCount);
    const rows = await tx.$queryRaw<Stored[]>`
      WITH matched AS (SELECT v.*, e.name AS employer_name, coalesce(${over}, false) AS is_over
        FROM vacancy v JOIN employer e ON e.id = v.employer_id WHERE ${where})
      SELECT v.id, v.kind, v.title, v.employer_name AS "employerName", v.headcount, f.filled,
        v.workplace_code AS "workplaceCode", v.wage_from_fen AS "wageFromFen",
        v.wage_to_fen AS "wageToFen", v.open_from::text AS "openFrom", v.open_to::text AS "openTo",
        v.closed_at IS NOT NULL AS closed,
        (SELECT count(*)::int FROM placement p WHERE p.vacancy_id = v.id AND p.removed_at IS NULL)
          AS "ofOwn"
      FROM matched v
        JOIN vacancy_filled(ARRAY(SELECT id FROM matched)) f ON f.vacancy_id = v.id
      ORDER BY v.is_over, f.filled >= v.headcount, v.open_from DESC, v.id DESC
      LIMIT ${wanted.size} OFFSET ${(page - 1) * wanted.size}`;
    return { rows: rows.map((row) => asRow(row, on)), total, page, pageCount };
  });
}

function asRow({ workplaceCode, closed, ...row }: Stored, on: string): VacancyRow {
  const { openFrom, openTo } = row;
  return {
    ...row,
    workplaceName: workplaceName(workplaceCode),
    state: vacancyStateOn({ openFrom, openTo, closed }, on),
  };
}

function matching(filter: VacancyFilter, on: string): Prisma.Sql {
  const { text, kind, region, state, employerId } = filter;
  const conditions = [Prisma.sql`TRUE`];
  if (text !== "") {
    conditions.push(Prisma.sql`(strpos(v.title, ${text}) > 0 OR strpos(e.name, ${text}) > 0)`);
  }
  if (kind !== "") conditions.push(Prisma.sql`v.kind = ${kind}`);
  const code = toRegionCode(region);
  if (code !== null) {
    conditions.push(Prisma.sql`starts_with(v.workplace_code, ${regionPrefix(code)})`);
  }
  if (employerId !== "") conditions.push(Prisma.sql`v.employer_id = ${employerId}::uuid`);
  if (state !== "over" && state !== "all") {
    conditions.push(
      Prisma.sql`v.closed_at IS NULL AND (v.open_to IS NULL OR v.open_to >= ${on}::date)`,
    );
  }
  if (state === "over") {
    conditions.push(Prisma.sql`(v.closed_at IS NOT NULL OR v.open_to < ${on}::date)`);
  }
  return Prisma.join(conditions, " AND ");
}
