import {
  changeRoster,
  findEnteredBy,
  findRoster,
  leaveRosterTrail,
} from "~/data/rosters/roster-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { ReviewRefusal } from "~/domain/rosters/review-refusal";
import { canReview, mayReviewOwnWork } from "~/domain/rosters/roster";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** A reviewer who entered none of it confirms the roster; it is closed to changes from then on. */
export function acceptRoster(
  actor: Actor,
  asked: { readonly rosterId: string; readonly version: number },
  now: Date,
): Promise<Outcome<{ readonly headcount: number }, ReviewRefusal>> {
  return inTransaction(actor, async (tx) => {
    const roster = await findRoster(tx, asked.rosterId);
    if (roster === null) return refused({ kind: "notFound" });
    const { state, headcount, countyCode, submittedBy } = roster;
    if (!may(actor, "roster.review", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (roster.version !== asked.version) return refused({ kind: "changedByOthers" });
    if (!canReview(state)) return refused({ kind: "wrongState", state });
    if (!mayReviewOwnWork(actor.userId, submittedBy, await findEnteredBy(tx, roster))) {
      return refused({ kind: "ownWork" });
    }
    const change = {
      state: "accepted" as const,
      reviewedBy: actor.userId,
      reviewedAt: now,
      returnReason: null,
    };
    if (!(await changeRoster(tx, roster, change, now))) return refused({ kind: "changedByOthers" });
    await leaveRosterTrail(tx, actor, roster, "roster.accept", now, { from: state, headcount });
    return done({ headcount });
  });
}
