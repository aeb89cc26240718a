import type { Actor } from "~/domain/access/actor";
import { fen } from "~/domain/shared/fen";
import {
  planLabel,
  type PlanItem,
  type PlanState,
  type TrainingPlanForm,
} from "~/domain/training/plan";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface PlanRecord {
  readonly id: string;
  readonly countyCode: string;
  readonly year: number;
  readonly title: string;
  readonly state: PlanState;
  readonly createdBy: string;
  readonly submittedBy: string | null;
  readonly version: number;
}

/** The plan, or null when it lies outside the transaction's scope. */
export async function findPlan(tx: Tx, id: string): Promise<PlanRecord | null> {
  if (!isUuid(id)) return null;
  const row = await tx.trainingPlan.findUnique({
    where: { id },
    select: {
      ...{ id: true, countyCode: true, year: true, title: true, state: true },
      ...{ createdBy: true, submittedBy: true, version: true },
    },
  });
  return row === null ? null : { ...row, state: row.state as PlanState };
}

/** False when the county has a plan of this year and title already. */
export async function savePlan(
  tx: Tx,
  plan: { readonly id: string; readonly countyCode: string } & TrainingPlanForm,
  actor: Actor,
  now: Date,
): Promise<boolean> {
  const { items, ...facts } = plan;
  const stamp = { state: "draft", createdBy: actor.userId, createdAt: now };
  const { count } = await tx.trainingPlan.createMany({
    data: [{ ...facts, ...stamp }],
    skipDuplicates: true,
  });
  if (count === 1) await saveItems(tx, plan, items, now);
  return count === 1;
}

export async function hasSameTitle(
  tx: Tx,
  plan: PlanRecord,
  form: TrainingPlanForm,
): Promise<boolean> {
  const { year, title } = form;
  const { id, countyCode } = plan;
  return (await tx.trainingPlan.count({ where: { countyCode, year, title, id: { not: id } } })) > 0;
}

/** Replaces what the plan says; false when somebody else came first. */
export async function changePlan(
  tx: Tx,
  plan: PlanRecord,
  form: TrainingPlanForm,
  now: Date,
): Promise<boolean> {
  const { items, ...facts } = form;
  if (!(await movePlan(tx, plan, facts))) return false;
  await tx.trainingPlanItem.deleteMany({ where: { planId: plan.id } });
  await saveItems(tx, plan, items, now);
  return true;
}

interface PlanChange {
  readonly state?: PlanState;
  readonly submittedBy?: string;
  readonly submittedAt?: Date;
  readonly reviewedBy?: string | null;
  readonly reviewedAt?: Date | null;
  readonly returnReason?: string | null;
}

/** Moves the plan on from the version that was read; false when somebody else came first. */
export async function movePlan(
  tx: Tx,
  plan: PlanRecord,
  change: PlanChange & Partial<Omit<TrainingPlanForm, "items">>,
): Promise<boolean> {
  const { count } = await tx.trainingPlan.updateMany({
    where: { id: plan.id, version: plan.version, state: plan.state },
    data: { ...change, version: { increment: 1 } },
  });
  return count === 1;
}

export async function findPlanItems(tx: Tx, planId: string): Promise<PlanItem[]> {
  const rows = await tx.trainingPlanItem.findMany({
    where: { planId },
    orderBy: { id: "asc" },
    select: { trade: true, classCount: true, headcount: true, budgetFen: true, note: true },
  });
  return rows.map((row) => ({ ...row, budgetFen: fen(Number(row.budgetFen)) }));
}

export function leavePlanTrail(
  tx: Tx,
  actor: Actor,
  plan: Pick<PlanRecord, "id" | "countyCode" | "title" | "year">,
  action: string,
  now: Date,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { userId: actorId, name: actorName } = actor;
  return leaveTrail(tx, {
    ...{ at: now, actorId, actorName, action },
    subjectKind: "trainingPlan",
    subjectId: plan.id,
    countyCode: plan.countyCode,
    detail: { name: planLabel(plan), ...detail },
  });
}

async function saveItems(
  tx: Tx,
  plan: { readonly id: string; readonly countyCode: string },
  items: TrainingPlanForm["items"],
  now: Date,
): Promise<void> {
  const { id: planId, countyCode } = plan;
  await tx.trainingPlanItem.createMany({
    // Ids grow with time: a millisecond apart, they keep the order of the form.
    data: items.map((item, at) => ({
      ...{ ...item, id: newId(now.getTime() + at), planId, countyCode },
      budgetFen: BigInt(item.budgetFen),
    })),
  });
}
