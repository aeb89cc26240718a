import type { ParameterId } from "~/domain/rules/parameter";
import { fen, type Fen } from "~/domain/shared/fen";
import type { CostUnit } from "~/domain/training/class-budget";
import type { ClassFacts, Overlap } from "~/domain/training/class-findings";
import type { PlanFacts, ProviderFacts } from "~/domain/training/class-plan-findings";
import type { Commissioning, FilingState } from "~/domain/training/filing";
import { isInShanghai } from "~/domain/shared/region-code";
import type { PlanState } from "~/domain/training/plan";
import { findParameter } from "~/data/rules/parameter-store.server";
import { findPlanUse } from "~/data/training/plan-use.server";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";

/** Everything the findings of a class rest on; null when it lies outside the transaction's scope. */
export async function findClassFacts(tx: Tx, classId: string): Promise<ClassFacts | null> {
  const row = await findRow(tx, classId);
  if (row === null) return null;
  const { countyCode, trade, costUnit, venueRegion, plannedHeadcount } = row;
  const startsOn = dayText(row.startsOn);
  const endsOn = dayText(row.endsOn);
  const unit = costUnit as CostUnit;
  const isAway = isInShanghai(venueRegion);
  const { employerName, employerCreditCode, employerOrder } = row;
  const { implementerRegion, implementerReason } = row;
  const approvedAt = row.filingState === "approved" ? row.filingReviewedAt : null;
  return {
    ...{ startsOn, endsOn, trade, plannedHeadcount },
    ...{ employerName, employerCreditCode, employerOrder, implementerRegion, implementerReason },
    filingState: row.filingState as FilingState,
    approvedOn: approvedAt === null ? null : dayInChina(approvedAt),
    commissioning: row.commissioning as Commissioning,
    hasOrderDocument: await hasOrder(tx, classId),
    headcount: row.roster?.headcount ?? null,
    classHours: await classHoursOf(tx, classId),
    maxHeadcount: await findParameter(tx, "class.maxHeadcount", countyCode, startsOn),
    maxHours: await findParameter(tx, "class.maxHours", countyCode, startsOn),
    plan: await planOf(tx, row.planId, trade, classId),
    provider: await providerOf(tx, row.providerId, startsOn, endsOn),
    cost: {
      ...{ unit, plannedHeadcount },
      quantity: row.costQuantity === null ? null : Number(row.costQuantity),
      unitCostFen: fenOrNull(row.unitCostFen),
      budgetFen: fenOrNull(row.budgetFen),
      taughtDays: await taughtDaysOf(tx, classId),
      placeName: isAway ? "上海市" : "云南省",
      standard: await findParameter(tx, standardFor(unit, isAway), countyCode, startsOn),
    },
    overlaps: await overlapsOf(tx, classId),
  };
}

function findRow(tx: Tx, id: string) {
  return tx.trainingClass.findUnique({
    where: { id },
    include: { roster: { select: { headcount: true } } },
  });
}

/** The place of training decides the standard (沪合组办〔2020〕9号 二（三）). */
function standardFor(unit: CostUnit, isAway: boolean): ParameterId {
  if (unit === "personDay") {
    return isAway ? "class.unitCostPersonDayShanghai" : "class.unitCostPersonDay";
  }
  return isAway ? "class.unitCostPersonMonthShanghai" : "class.unitCostPersonMonth";
}

async function hasOrder(tx: Tx, classId: string): Promise<boolean> {
  return (await tx.classDocument.count({ where: { classId, kind: "employerOrder" } })) > 0;
}

async function classHoursOf(tx: Tx, classId: string): Promise<number> {
  const where = { classId, cancelledAt: null };
  const { _sum } = await tx.classSession.aggregate({ where, _sum: { classHours: true } });
  return Number(_sum.classHours ?? 0);
}

async function taughtDaysOf(tx: Tx, classId: string): Promise<number> {
  const where = { classId, cancelledAt: null };
  return (await tx.classSession.groupBy({ by: ["heldOn"], where })).length;
}

async function planOf(
  tx: Tx,
  planId: string | null,
  trade: string,
  classId: string,
): Promise<PlanFacts | null> {
  if (planId === null) return null;
  const plan = await tx.trainingPlan.findUnique({
    where: { id: planId },
    select: {
      ...{ title: true, state: true, year: true, reviewedAt: true },
      items: { where: { trade }, select: { classCount: true, headcount: true } },
    },
  });
  if (plan === null) return null;
  const { title, year, state, reviewedAt } = plan;
  const isApproved = state === "approved" && reviewedAt !== null;
  const used = (await findPlanUse(tx, planId, classId)).find((one) => one.trade === trade);
  const filed = { filedClasses: used?.classes ?? 0, filedHeadcount: used?.headcount ?? 0 };
  const item = plan.items[0];
  return {
    ...{ title, year, state: state as PlanState },
    approvedOn: isApproved ? dayInChina(reviewedAt) : null,
    item: item === undefined ? null : { ...item, ...filed },
  };
}

async function providerOf(
  tx: Tx,
  providerId: string | null,
  startsOn: string,
  endsOn: string,
): Promise<ProviderFacts | null> {
  if (providerId === null) return null;
  const provider = await tx.trainingProvider.findUnique({
    where: { id: providerId },
    select: { name: true, creditCode: true, trades: true, licenceTo: true },
  });
  if (provider === null) return null;
  const suspensions = await tx.$queryRaw<ProviderFacts["suspensions"]>`
    SELECT from_on::text AS "fromOn", to_on::text AS "toOn", reason
    FROM provider_suspensions(${provider.creditCode}, ${startsOn}::date, ${endsOn}::date)`;
  const { name, trades } = provider;
  const licenceTo = provider.licenceTo === null ? null : dayText(provider.licenceTo);
  return { name, trades, licenceTo, suspensions };
}

/** One line for a clash of two sessions, however many trainees sit in both. */
function overlapsOf(tx: Tx, classId: string): Promise<Overlap[]> {
  return tx.$queryRaw<Overlap[]>`
    SELECT count(DISTINCT line_id)::int AS trainees, held_on::text AS "heldOn",
      starts_at::int AS "startsAt", ends_at::int AS "endsAt", class_name AS "className"
    FROM overlapping_sessions(${classId}::uuid)
    GROUP BY held_on, starts_at, ends_at, class_name ORDER BY 2, 3, 5 LIMIT 50`;
}

function fenOrNull(amount: bigint | null): Fen | null {
  return amount === null ? null : fen(Number(amount));
}

function dayText(date: Date): string {
  return date.toISOString().slice(0, 10);
}
