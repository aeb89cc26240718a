import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { Fen } from "~/domain/shared/fen";
import { canChangePlan, isOwnPlan, type PlanState } from "~/domain/training/plan";
import { findPlan, findPlanItems } from "~/data/training/plan-store.server";
import { findPlanUse } from "~/data/training/plan-use.server";
import { namesOf } from "~/data/training/user-names.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface PlanItemRow {
  readonly trade: string;
  readonly classCount: number;
  readonly headcount: number;
  readonly budgetFen: Fen;
  readonly note: string;
  readonly filedClasses: number;
  readonly filedHeadcount: number;
}

export interface PlanStep {
  readonly name: string;
  readonly at: string;
}

export interface PlanPage {
  readonly id: string;
  readonly countyCode: string;
  readonly countyName: string;
  readonly year: number;
  readonly title: string;
  readonly basis: string;
  readonly goal: string;
  readonly schedule: string;
  readonly duties: string;
  readonly measures: string;
  readonly state: PlanState;
  readonly version: number;
  readonly returnReason: string | null;
  readonly created: PlanStep;
  readonly submitted: PlanStep | null;
  readonly reviewed: PlanStep | null;
  readonly items: readonly PlanItemRow[];
  /** Classes filed under the plan for a trade that it does not name. */
  readonly strayClasses: number;
  readonly offers: {
    readonly change: boolean;
    readonly review: boolean;
    /** A reviewer, but of his own plan. */
    readonly ownWork: boolean;
  };
}

/** One plan with what is filed under it; null when the actor may not read it. */
export function viewPlan(actor: Actor, id: string, on: string): Promise<PlanPage | null> {
  return inTransaction(actor, async (tx) => {
    const plan = await findPlan(tx, id);
    if (plan === null || !may(actor, "plan.read", plan.countyCode, on)) return null;
    const row = await tx.trainingPlan.findUniqueOrThrow({
      where: { id },
      select: {
        ...{ basis: true, goal: true, schedule: true, duties: true, measures: true },
        ...{ returnReason: true, createdAt: true, submittedAt: true, reviewedAt: true },
        reviewedBy: true,
      },
    });
    const nameOf = await namesOf(tx, [plan.createdBy, plan.submittedBy, row.reviewedBy]);
    const step = (by: string | null, at: Date | null) =>
      by === null || at === null ? null : { name: nameOf(by), at: at.toISOString() };
    const use = await findPlanUse(tx, id);
    const items = await findPlanItems(tx, id);
    const { countyCode, state } = plan;
    const mayReview = state === "submitted" && may(actor, "plan.review", countyCode, on);
    const { basis, goal, schedule, duties, measures, returnReason } = row;
    return {
      ...{ id, countyCode, state, year: plan.year, title: plan.title, version: plan.version },
      ...{ basis, goal, schedule, duties, measures, returnReason },
      countyName: regionName(countyCode) ?? countyCode,
      created: { name: nameOf(plan.createdBy), at: row.createdAt.toISOString() },
      submitted: step(plan.submittedBy, row.submittedAt),
      reviewed: step(row.reviewedBy, row.reviewedAt),
      items: items.map((item) => {
        const used = use.find(({ trade }) => trade === item.trade);
        const filed = { filedClasses: used?.classes ?? 0, filedHeadcount: used?.headcount ?? 0 };
        return { ...item, ...filed };
      }),
      strayClasses: use
        .filter(({ trade }) => !items.some((item) => item.trade === trade))
        .reduce((sum, { classes }) => sum + classes, 0),
      offers: {
        change: canChangePlan(state) && may(actor, "plan.write", countyCode, on),
        review: mayReview && !isOwnPlan(plan, actor.userId),
        ownWork: mayReview && isOwnPlan(plan, actor.userId),
      },
    };
  });
}
