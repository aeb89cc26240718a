import { leaveAppointmentTrail, updateAppointment } from "~/data/posts/appointment-store.server";
import { openMonthsFrom, remarkLeaving, remarkReturning } from "~/data/posts/leaving-store.server";
import { checkedForWriting } from "~/data/posts/settle-appointment.server";
import {
  ofStandingAppointment,
  type AskedAppointment,
  type StandingRefusal,
} from "~/data/posts/standing-appointment.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import type { LeavingForm } from "~/domain/posts/appointment";
import type { AppointmentFinding } from "~/domain/posts/appointment-findings";
import { LEAVE_REASON_LABELS } from "~/domain/posts/post";
import { workedAfter } from "~/domain/posts/worked-after";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";

export type LeaveRefusal =
  | StandingRefusal
  | { readonly kind: "proposed" | "hasLeft" | "hasNotLeft" | "notYet" }
  | { readonly kind: "outsideTerm"; readonly startsOn: string; readonly endsOn: string }
  /** Days after the last one that are marked as worked, in months that can still be corrected. */
  | { readonly kind: "workedAfter"; readonly days: readonly string[] }
  | { readonly kind: "stands"; readonly findings: readonly AppointmentFinding[] };

/**
 * Writes the last day in the post and why it came early; days after it are outside the post. The true day is taken
 * whatever was paid: what was handed in is held back at the next step, and what is out is found as paid after it.
 */
export function leavePost(
  actor: Actor,
  asked: AskedAppointment,
  { leftOn, reason, note }: LeavingForm,
  now: Date,
): Promise<Outcome<null, LeaveRefusal>> {
  return ofStandingAppointment<LeaveRefusal>(actor, asked, now, async (tx, one) => {
    if (one.state === "proposed") return refused({ kind: "proposed" });
    if (one.leftOn !== null) return refused({ kind: "hasLeft" });
    const { startsOn, endsOn, id } = one;
    // The last day of the term is no early one.
    if (leftOn < startsOn || leftOn >= endsOn) {
      return refused({ kind: "outsideTerm", startsOn, endsOn });
    }
    if (leftOn > dayInChina(now)) return refused({ kind: "notYet" });
    const days = workedAfter(leftOn, await openMonthsFrom(tx, id, leftOn));
    if (days.length > 0) return refused({ kind: "workedAfter", days });
    const left = { leaveReason: reason, leaveNote: withNumbersMasked(note) };
    const isLeft = await updateAppointment(tx, one, now, { leftOn: new Date(leftOn), ...left });
    if (!isLeft) return refused({ kind: "changedByOthers" });
    await remarkLeaving(tx, id, leftOn);
    const detail = { name: one.title, endsOn: leftOn, reason: LEAVE_REASON_LABELS[reason] };
    await leaveAppointmentTrail(tx, actor, one, { action: "post.leave", at: now, detail });
    return done(null);
  });
}

/** Takes a leaving back, with a reason: he never left. Refused where somebody stands in the way meanwhile. */
export function returnToPost(
  actor: Actor,
  asked: AskedAppointment & { readonly reason: string },
  now: Date,
): Promise<Outcome<null, LeaveRefusal>> {
  return ofStandingAppointment<LeaveRefusal>(actor, asked, now, async (tx, one) => {
    const { leftOn, endsOn, id } = one;
    if (leftOn === null) return refused({ kind: "hasNotLeft" });
    const { findings } = await checkedForWriting(tx, one, one, one.quotaId);
    const stops = findings.filter(({ kind }) => IN_THE_WAY.includes(kind));
    if (stops.length > 0) return refused({ kind: "stands", findings: stops });
    const back = { leftOn: null, leaveReason: "", leaveNote: "" };
    if (!(await updateAppointment(tx, one, now, back))) return refused({ kind: "changedByOthers" });
    await remarkReturning(tx, id, { leftOn, endsOn });
    const detail = { before: leftOn, reason: withNumbersMasked(asked.reason) };
    await leaveAppointmentTrail(tx, actor, one, { action: "post.return", at: now, detail });
    return done(null);
  });
}

const IN_THE_WAY: readonly AppointmentFinding["kind"][] = ["other-post", "job", "quota-full"];
