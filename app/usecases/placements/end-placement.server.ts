import {
  endPlacement,
  leavePlacementTrail,
  update,
  type PlacementRecord,
} from "~/data/placements/placement-store.server";
import {
  ofStanding,
  type AskedPlacement,
  type StandingRefusal,
} from "~/data/placements/standing-placement.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { endReasonLabel, type EndingForm } from "~/domain/placements/ending";
import { firstFollowUpOn, nextFollowUpOn } from "~/domain/placements/follow-up-schedule";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";

export type EndRefusal =
  | StandingRefusal
  | { readonly kind: "hasEnded"; readonly endedOn: string }
  | { readonly kind: "beforeItBegan"; readonly startedOn: string }
  | { readonly kind: "notYet" };
export type ReopenRefusal = StandingRefusal | { readonly kind: "notEnded" };

/** Writes the last day worked and the reason; whoever has left is not asked any more. */
export function leaveJob(
  actor: Actor,
  asked: AskedPlacement,
  { endedOn, reason }: EndingForm,
  now: Date,
): Promise<Outcome<null, EndRefusal>> {
  return ofStanding<EndRefusal>(actor, asked, now, async (tx, one) => {
    if (one.endedOn !== null) return refused({ kind: "hasEnded", endedOn: one.endedOn });
    const { startedOn, employer } = one.facts;
    if (endedOn < startedOn) return refused({ kind: "beforeItBegan", startedOn });
    if (endedOn > dayInChina(now)) return refused({ kind: "notYet" });
    if (!(await endPlacement(tx, one, { endedOn, reason }, now))) {
      return refused({ kind: "changedByOthers" });
    }
    const detail = { employer: employer.name, endsOn: endedOn, reason: endReasonLabel(reason) };
    await leavePlacementTrail(tx, actor, one, { action: "placement.end", at: now, detail });
    return done(null);
  });
}

/** Takes an ending back, with a reason: the person never left. Follow-ups go on from the last contact. */
export function reopenPlacement(
  actor: Actor,
  asked: AskedPlacement & { readonly reason: string },
  now: Date,
): Promise<Outcome<null, ReopenRefusal>> {
  return ofStanding<ReopenRefusal>(actor, asked, now, async (tx, one) => {
    if (one.endedOn === null) return refused({ kind: "notEnded" });
    const data = { endedOn: null, endReason: "", nextFollowUpOn: nextDayOf(one) };
    if (!(await update(tx, one, now, data))) return refused({ kind: "changedByOthers" });
    const reason = withNumbersMasked(asked.reason);
    const detail = { before: `${one.endedOn} ${endReasonLabel(one.endReason)}`, reason };
    await leavePlacementTrail(tx, actor, one, { action: "placement.reopen", at: now, detail });
    return done(null);
  });
}

function nextDayOf({ facts: { startedOn }, lastContactOn, unreachableCount }: PlacementRecord) {
  const standing = { startedOn, endedOn: null, unreachableCount };
  const next =
    lastContactOn === null
      ? firstFollowUpOn(startedOn)
      : nextFollowUpOn(standing, "ON_JOB", lastContactOn, 0);
  return next === null ? null : new Date(next);
}
