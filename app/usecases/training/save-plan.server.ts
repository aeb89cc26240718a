import {
  changePlan,
  findPlan,
  hasSameTitle,
  leavePlanTrail,
  savePlan,
} from "~/data/training/plan-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { canChangePlan, type PlanState, type TrainingPlanForm } from "~/domain/training/plan";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type CreatePlanRefusal = { readonly kind: "forbidden" } | { readonly kind: "duplicate" };

export type ChangePlanRefusal =
  | CreatePlanRefusal
  | { readonly kind: "notFound" }
  | { readonly kind: "changedByOthers" }
  | { readonly kind: "wrongState"; readonly state: PlanState };

/** Draws up a plan of the actor's own county; returns its id. */
export function createPlan(
  actor: Actor,
  countyCode: string,
  form: TrainingPlanForm,
  now: Date,
): Promise<Outcome<string, CreatePlanRefusal>> {
  if (!may(actor, "plan.write", countyCode, dayInChina(now))) {
    return Promise.resolve(refused({ kind: "forbidden" }));
  }
  return inTransaction(actor, async (tx) => {
    const plan = { ...form, id: newId(), countyCode };
    if (!(await savePlan(tx, plan, actor, now))) return refused({ kind: "duplicate" });
    await leavePlanTrail(tx, actor, plan, "plan.create", now, { rows: form.items.length });
    return done(plan.id);
  });
}

/** Rewrites a plan that the county still holds. */
export function rewritePlan(
  actor: Actor,
  asked: { readonly planId: string; readonly version: number },
  form: TrainingPlanForm,
  now: Date,
): Promise<Outcome<null, ChangePlanRefusal>> {
  return inTransaction(actor, async (tx) => {
    const plan = await findPlan(tx, asked.planId);
    if (plan === null) return refused({ kind: "notFound" });
    if (!may(actor, "plan.write", plan.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (plan.version !== asked.version) return refused({ kind: "changedByOthers" });
    const { state } = plan;
    if (!canChangePlan(state)) return refused({ kind: "wrongState", state });
    if (await hasSameTitle(tx, plan, form)) return refused({ kind: "duplicate" });
    if (!(await changePlan(tx, plan, form, now))) return refused({ kind: "changedByOthers" });
    const { id, countyCode } = plan;
    await leavePlanTrail(tx, actor, { ...form, id, countyCode }, "plan.change", now, {
      rows: form.items.length,
    });
    return done(null);
  });
}
