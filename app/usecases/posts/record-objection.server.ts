import { findAppointment } from "~/data/posts/appointment-store.server";
import { leaveNoticeTrail, updateNotice } from "~/data/posts/notice-store.server";
import { saveObjection } from "~/data/posts/objection-store.server";
import {
  ofStandingNotice,
  type AskedNotice,
  type NoticeStandingRefusal,
} from "~/data/posts/standing-notice.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import type { ObjectionForm } from "~/domain/posts/objection";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";

export type ObjectionRefusal =
  | NoticeStandingRefusal
  | { readonly kind: "withdrawn" | "notOfNotice" | "isConfirmed" }
  | { readonly kind: "receivedWhen"; readonly fromOn: string };

/** Writes down what somebody said against a person of the notice, or against the notice as a whole. */
export function recordObjection(
  actor: Actor,
  asked: AskedNotice,
  typed: ObjectionForm,
  now: Date,
): Promise<Outcome<null, ObjectionRefusal>> {
  const work = { ...asked, needs: ["post.write"] } as const;
  return ofStandingNotice<null, ObjectionRefusal>(actor, work, now, async (tx, one) => {
    if (one.state === "withdrawn") return refused({ kind: "withdrawn" });
    const { receivedOn, appointmentId } = typed;
    const { fromOn } = one;
    if (receivedOn < fromOn || receivedOn > dayInChina(now)) {
      return refused({ kind: "receivedWhen", fromOn });
    }
    const whom = appointmentId === null ? null : await findAppointment(tx, appointmentId);
    if (appointmentId !== null && whom?.noticeId !== one.id)
      return refused({ kind: "notOfNotice" });
    if (whom?.state === "confirmed") return refused({ kind: "isConfirmed" });
    const form = { ...typed, content: withNumbersMasked(typed.content) };
    await saveObjection(tx, one, form, { userId: actor.userId, name: actor.name, now });
    if (!(await updateNotice(tx, one, {}))) return refused({ kind: "changedByOthers" });
    const detail = { name: one.title, ...(whom === null ? {} : { person: whom.name }) };
    await leaveNoticeTrail(tx, actor, one, { action: "post.objection.record", at: now, detail });
    return done(null);
  });
}
