import { noticeStateOf } from "~/data/posts/notice-store.server";
import {
  leaveAppointmentTrail,
  updateAppointment,
  type AppointmentRecord,
} from "~/data/posts/appointment-store.server";
import {
  checkColumns,
  checkedForWriting,
  settleAppointment,
  type SettleRefusal,
} from "~/data/posts/settle-appointment.server";
import {
  ofStandingAppointment,
  type AskedAppointment,
  type StandingRefusal,
} from "~/data/posts/standing-appointment.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { appointmentChanges, type AppointmentForm } from "~/domain/posts/appointment";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { Tx } from "~/platform/prisma/client.server";

export type ChangeRefusal =
  | StandingRefusal
  | SettleRefusal
  /** Confirmed posts change by leaving early, or are taken back and proposed anew. */
  | { readonly kind: "confirmed" }
  /** The public was told of it as it stands. */
  | { readonly kind: "onNotice" };

/** Corrects a proposed appointment; everything is asked anew, and what it says of its quota taken over again. */
export function changeAppointment(
  actor: Actor,
  asked: AskedAppointment,
  form: AppointmentForm,
  now: Date,
): Promise<Outcome<null, ChangeRefusal>> {
  return ofStandingAppointment<ChangeRefusal>(actor, asked, now, async (tx, one) => {
    const doubt = await doubtOfChanging(tx, one);
    if (doubt !== null) return refused(doubt);
    const settled = await settleAppointment(tx, one, form);
    if (!settled.ok) return settled;
    const { agreed, check } = settled.value;
    const { startsOn, endsOn, shortReason, replacesId } = form;
    const changed = await updateAppointment(tx, one, now, {
      ...{ ...agreed, ...checkColumns(check), shortReason, replacesId },
      ...{ startsOn: new Date(startsOn), endsOn: new Date(endsOn) },
      note: withNumbersMasked(form.note),
    });
    if (!changed) return refused({ kind: "changedByOthers" });
    const detail = appointmentChanges(one, { ...form, ...agreed });
    await leaveAppointmentTrail(tx, actor, one, { action: "post.change", at: now, detail });
    return done(null);
  });
}

/** Asks everything about a proposed appointment again, after a newer registry export or the other side's change. */
export function verifyAppointment(
  actor: Actor,
  asked: AskedAppointment,
  now: Date,
): Promise<Outcome<null, ChangeRefusal>> {
  return ofStandingAppointment<ChangeRefusal>(actor, asked, now, async (tx, one) => {
    if (one.state === "confirmed") return refused({ kind: "confirmed" });
    const check = await checkedForWriting(tx, one, one, one.quotaId);
    if (!(await updateAppointment(tx, one, now, checkColumns(check)))) {
      return refused({ kind: "changedByOthers" });
    }
    const detail = {
      exportedOn: check.registry.exportedOn,
      found: check.registry.category !== null,
    };
    await leaveAppointmentTrail(tx, actor, one, { action: "post.verify", at: now, detail });
    return done(null);
  });
}

async function doubtOfChanging(tx: Tx, one: AppointmentRecord): Promise<ChangeRefusal | null> {
  if (one.state === "confirmed") return { kind: "confirmed" };
  const notice = await noticeStateOf(tx, one.noticeId);
  return notice === "open" || notice === "closed" ? { kind: "onNotice" } : null;
}
