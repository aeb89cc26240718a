import { otherEngagements } from "~/data/placements/other-engagements.server";
import { saveOverlapCheck } from "~/data/placements/overlap-store.server";
import { leavePlacementTrail } from "~/data/placements/placement-store.server";
import {
  ofStanding,
  type AskedPlacement,
  type StandingRefusal,
} from "~/data/placements/standing-placement.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { overlapFindings } from "~/domain/placements/overlaps";
import { done, refused, type Outcome } from "~/domain/shared/outcome";

export type CheckOverlapsRefusal = StandingRefusal | { readonly kind: "noneOpen" };

/**
 * Somebody of the county has looked at what overlaps the line and found it in order, for a reason: it waits no more
 * until there is more of it (settle_overlaps). `seen`: how many overlaps his page showed; another county's may have
 * come since, which changes nothing of the line itself.
 */
export function checkOverlaps(
  actor: Actor,
  asked: AskedPlacement & { readonly seen: number; readonly reason: string },
  now: Date,
): Promise<Outcome<null, CheckOverlapsRefusal>> {
  return ofStanding<CheckOverlapsRefusal>(actor, asked, now, async (tx, one) => {
    const { id, idIndex, endedOn, facts, countyCode } = one;
    const { startedOn, form, employer } = facts;
    const own = { id, idIndex, endedOn, startedOn, form, countyCode, employerName: employer.name };
    const found = overlapFindings(own, await otherEngagements(tx, own)).length;
    if (found === 0) return refused({ kind: "noneOpen" });
    if (found !== asked.seen) return refused({ kind: "changedByOthers" });
    const reason = withNumbersMasked(asked.reason);
    const isSaved = await saveOverlapCheck(tx, id, { reason, by: actor.name, now });
    if (!isSaved) return refused({ kind: "noneOpen" });
    const event = { action: "placement.checkOverlaps", at: now, detail: { found, reason } };
    await leavePlacementTrail(tx, actor, one, event);
    return done(null);
  });
}
