import type { Actor } from "~/domain/access/actor";
import { fen, type Fen } from "~/domain/shared/fen";
import type { PlanState } from "~/domain/training/plan";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface PlanFilter {
  /** Six digits; empty for every county in scope. */
  readonly county: string;
  readonly year: number | null;
  readonly state: PlanState | null;
  readonly page: number;
  readonly size: number;
}

export interface PlanRow {
  readonly id: string;
  readonly countyName: string;
  readonly year: number;
  readonly title: string;
  readonly state: PlanState;
  readonly trades: number;
  readonly classCount: number;
  readonly headcount: number;
  readonly budgetFen: Fen;
  readonly filedClasses: number;
}

interface StoredPlan extends Omit<PlanRow, "countyName" | "budgetFen"> {
  readonly countyCode: string;
  readonly budgetFen: bigint;
}

/** The plans of the actor's counties, the latest year first. */
export function listPlans(
  actor: Actor,
  { county, year, state, page, size }: PlanFilter,
): Promise<{ rows: PlanRow[]; total: number }> {
  const conditions = [Prisma.sql`TRUE`];
  if (county !== "") conditions.push(Prisma.sql`p.county_code = ${county}`);
  if (year !== null) conditions.push(Prisma.sql`p.year = ${year}`);
  if (state !== null) conditions.push(Prisma.sql`p.state = ${state}`);
  const where = Prisma.join(conditions, " AND ");
  return inTransaction(actor, async (tx) => {
    const [counted] = await tx.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM training_plan p WHERE ${where}`;
    const found = await tx.$queryRaw<StoredPlan[]>`
      SELECT p.id, p.county_code AS "countyCode", p.year, p.title, p.state,
        count(i.id)::int AS trades, coalesce(sum(i.class_count), 0)::int AS "classCount",
        coalesce(sum(i.headcount), 0)::int AS headcount,
        coalesce(sum(i.budget_fen), 0)::bigint AS "budgetFen",
        (SELECT count(*)::int FROM training_class c
          WHERE c.plan_id = p.id AND c.filing_state IN ('submitted', 'approved')) AS "filedClasses"
      FROM training_plan p LEFT JOIN training_plan_item i ON i.plan_id = p.id
      WHERE ${where} GROUP BY p.id
      ORDER BY p.year DESC, p.county_code, p.title COLLATE "zh-x-icu"
      LIMIT ${size} OFFSET ${(page - 1) * size}`;
    const rows = found.map(({ countyCode, budgetFen, ...row }) => ({
      ...row,
      budgetFen: fen(Number(budgetFen)),
      countyName: regionName(countyCode) ?? countyCode,
    }));
    return { rows, total: counted?.total ?? 0 };
  });
}
