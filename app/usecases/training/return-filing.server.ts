import { findFiling, leaveFilingTrail, moveFiling } from "~/data/training/filing-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { canReturnFiling } from "~/domain/training/filing-form";
import { isOwnFiling, type FilingReviewRefusal } from "~/domain/training/filing-review";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ReturnFilingRefusal = FilingReviewRefusal | { readonly kind: "reasonMissing" };

interface AskedReturn {
  readonly classId: string;
  readonly version: number;
  /** What the county is to mend. */
  readonly reason: string;
}

/**
 * Gives the filing back to the county; also after the approval, while the class is not completed: what
 * is mended then is approved anew, and late if it has begun.
 */
export function returnFiling(
  actor: Actor,
  asked: AskedReturn,
  now: Date,
): Promise<Outcome<null, ReturnFilingRefusal>> {
  const reason = withNumbersMasked(asked.reason.trim());
  return inTransaction(actor, async (tx) => {
    const filing = await findFiling(tx, asked.classId);
    if (filing === null) return refused({ kind: "notFound" });
    if (!may(actor, "class.review", filing.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (filing.isSealed) return refused({ kind: "sealed" });
    if (filing.version !== asked.version) return refused({ kind: "changedByOthers" });
    const { state, isCompleted } = filing;
    if (!canReturnFiling(state, isCompleted)) return refused({ kind: "wrongState", state });
    if (isOwnFiling(filing, actor.userId)) return refused({ kind: "ownWork" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    const moved = await moveFiling(tx, filing, {
      filingState: "returned",
      filingReviewedBy: actor.userId,
      filingReviewedAt: now,
      filingReturnReason: reason,
    });
    if (!moved) return refused({ kind: "changedByOthers" });
    await leaveFilingTrail(tx, actor, filing, "class.return", now, { reason });
    return done(null);
  });
}
