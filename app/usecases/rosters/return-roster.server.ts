import {
  changeRoster,
  findEnteredBy,
  findRoster,
  leaveRosterTrail,
} from "~/data/rosters/roster-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import type { ReviewRefusal } from "~/domain/rosters/review-refusal";
import { canReview, mayReviewOwnWork } from "~/domain/rosters/roster";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ReturnRefusal = ReviewRefusal | { readonly kind: "reasonMissing" };

interface AskedReturn {
  readonly rosterId: string;
  readonly version: number;
  /** What the county is to mend. */
  readonly reason: string;
}

/** A reviewer who entered none of it gives the roster back to the county, saying why. */
export function returnRoster(
  actor: Actor,
  asked: AskedReturn,
  now: Date,
): Promise<Outcome<null, ReturnRefusal>> {
  const reason = withNumbersMasked(asked.reason.trim());
  return inTransaction(actor, async (tx) => {
    const roster = await findRoster(tx, asked.rosterId);
    if (roster === null) return refused({ kind: "notFound" });
    const { state, countyCode, submittedBy } = roster;
    if (!may(actor, "roster.review", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (roster.version !== asked.version) return refused({ kind: "changedByOthers" });
    if (!canReview(state)) return refused({ kind: "wrongState", state });
    if (!mayReviewOwnWork(actor.userId, submittedBy, await findEnteredBy(tx, roster))) {
      return refused({ kind: "ownWork" });
    }
    if (reason === "") return refused({ kind: "reasonMissing" });
    const change = {
      state: "returned" as const,
      reviewedBy: actor.userId,
      reviewedAt: now,
      returnReason: reason,
    };
    if (!(await changeRoster(tx, roster, change, now))) return refused({ kind: "changedByOthers" });
    await leaveRosterTrail(tx, actor, roster, "roster.return", now, { from: state, reason });
    return done(null);
  });
}
