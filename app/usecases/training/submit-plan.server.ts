import { findPlan, leavePlanTrail, movePlan } from "~/data/training/plan-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { canChangePlan, type PlanState } from "~/domain/training/plan";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type SubmitPlanRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "changedByOthers" }
  | { readonly kind: "wrongState"; readonly state: PlanState };

/** The county hands its plan to a reviewer. */
export function submitPlan(
  actor: Actor,
  asked: { readonly planId: string; readonly version: number },
  now: Date,
): Promise<Outcome<null, SubmitPlanRefusal>> {
  return inTransaction(actor, async (tx) => {
    const plan = await findPlan(tx, asked.planId);
    if (plan === null) return refused({ kind: "notFound" });
    if (!may(actor, "plan.write", plan.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (plan.version !== asked.version) return refused({ kind: "changedByOthers" });
    const { state } = plan;
    if (!canChangePlan(state)) return refused({ kind: "wrongState", state });
    const moved = await movePlan(tx, plan, {
      state: "submitted",
      submittedBy: actor.userId,
      submittedAt: now,
      reviewedBy: null,
      reviewedAt: null,
      returnReason: null,
    });
    if (!moved) return refused({ kind: "changedByOthers" });
    await leavePlanTrail(tx, actor, plan, "plan.submit", now);
    return done(null);
  });
}
