import { findPlan, leavePlanTrail, movePlan } from "~/data/training/plan-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { isOwnPlan, type PlanState } from "~/domain/training/plan";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ReviewPlanRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "changedByOthers" }
  | { readonly kind: "wrongState"; readonly state: PlanState }
  | { readonly kind: "ownWork" }
  | { readonly kind: "reasonMissing" };

/** What the reviewer decides; a return says what is to be mended. */
export type PlanDecision =
  { readonly kind: "approve" } | { readonly kind: "return"; readonly reason: string };

/** A person who neither drew the plan up nor handed it in approves it, for good, or gives it back. */
export function reviewPlan(
  actor: Actor,
  asked: { readonly planId: string; readonly version: number },
  decision: PlanDecision,
  now: Date,
): Promise<Outcome<null, ReviewPlanRefusal>> {
  return inTransaction(actor, async (tx) => {
    const plan = await findPlan(tx, asked.planId);
    if (plan === null) return refused({ kind: "notFound" });
    if (!may(actor, "plan.review", plan.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (plan.version !== asked.version) return refused({ kind: "changedByOthers" });
    const { state } = plan;
    if (state !== "submitted") return refused({ kind: "wrongState", state });
    if (isOwnPlan(plan, actor.userId)) return refused({ kind: "ownWork" });
    const isApproval = decision.kind === "approve";
    const reason = isApproval ? null : withNumbersMasked(decision.reason.trim());
    if (reason === "") return refused({ kind: "reasonMissing" });
    const moved = await movePlan(tx, plan, {
      state: isApproval ? "approved" : "returned",
      reviewedBy: actor.userId,
      reviewedAt: now,
      returnReason: reason,
    });
    if (!moved) return refused({ kind: "changedByOthers" });
    const action = isApproval ? "plan.approve" : "plan.return";
    await leavePlanTrail(tx, actor, plan, action, now, reason === null ? {} : { reason });
    return done(null);
  });
}
