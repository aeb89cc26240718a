import { leavePlacementTrail, update } from "~/data/placements/placement-store.server";
import {
  ofStanding,
  type AskedPlacement,
  type StandingRefusal,
} from "~/data/placements/standing-placement.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";

/** Takes a line out of the ledger, with a reason; it stays as history and counts for nothing. */
export function removePlacement(
  actor: Actor,
  asked: AskedPlacement & { readonly reason: string },
  now: Date,
): Promise<Outcome<null, StandingRefusal>> {
  return ofStanding<StandingRefusal>(actor, asked, now, async (tx, one) => {
    const reason = withNumbersMasked(asked.reason);
    const data = { removedAt: now, removedReason: reason, nextFollowUpOn: null };
    if (!(await update(tx, one, now, data))) return refused({ kind: "changedByOthers" });
    const { employer, startedOn } = one.facts;
    const detail = { employer: employer.name, startsOn: startedOn, reason };
    await leavePlacementTrail(tx, actor, one, { action: "placement.remove", at: now, detail });
    return done(null);
  });
}
