import { findAppointment, findAppointments } from "~/data/posts/appointment-store.server";
import { writtenBy } from "~/data/posts/confirmation-facts.server";
import { noticedIds } from "~/data/posts/notice-people-store.server";
import {
  leaveNoticeTrail,
  updateNotice,
  type NoticeRecord,
} from "~/data/posts/notice-store.server";
import { decideObjection, findObjection, saveObjection } from "~/data/posts/objection-store.server";
import {
  ofStandingNotice,
  type AskedNotice,
  type NoticeStandingRefusal,
} from "~/data/posts/standing-notice.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import {
  OBJECTION_OUTCOME_LABELS,
  type DecisionForm,
  type ObjectionForm,
} from "~/domain/posts/objection";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";

export type ObjectionRefusal =
  | NoticeStandingRefusal
  | { readonly kind: "withdrawn" | "notOfNotice" | "isConfirmed" | "ownMatter" }
  /** No such objection, or it was decided just so. */
  | { readonly kind: "decided" }
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

/**
 * Decides over an objection, or decides it otherwise, with what was found: upheld, the person is not confirmed under
 * any notice; dismissed, nothing of it stands in his way. By who confirms, and has neither proposed nor changed the
 * person's appointment nor written the notice. A withdrawn notice's objections are decided as well.
 */
export function settleObjection(
  actor: Actor,
  asked: AskedNotice & { readonly objectionId: string },
  typed: DecisionForm,
  now: Date,
): Promise<Outcome<null, ObjectionRefusal>> {
  const work = { ...asked, needs: ["post.confirm"] } as const;
  return ofStandingNotice<null, ObjectionRefusal>(actor, work, now, async (tx, one) => {
    const { outcome } = typed;
    const at = { noticeId: one.id, objectionId: asked.objectionId };
    const objection = await findObjection(tx, at);
    if (objection === null || objection.outcome === outcome) return refused({ kind: "decided" });
    if (await isOwnMatter(tx, actor, one, objection.appointmentId)) {
      return refused({ kind: "ownMatter" });
    }
    const decision = withNumbersMasked(typed.decision);
    const form = { outcome, decision, decidedOn: dayInChina(now) };
    await decideObjection(tx, objection.id, form, { userId: actor.userId, name: actor.name });
    if (!(await updateNotice(tx, one, {}))) return refused({ kind: "changedByOthers" });
    const [before, after] = [objection.outcome, OBJECTION_OUTCOME_LABELS[outcome]];
    const was = before === null ? {} : { before: OBJECTION_OUTCOME_LABELS[before] };
    const detail = { name: one.title, ...was, outcome: after, reason: decision };
    await leaveNoticeTrail(tx, actor, one, { action: "post.objection.decide", at: now, detail });
    return done(null);
  });
}

/** Whether he has written the notice, or proposed or changed whom the objection is against. */
async function isOwnMatter(
  tx: Tx,
  { userId }: Actor,
  notice: NoticeRecord,
  appointmentId: string | null,
): Promise<boolean> {
  if (notice.createdBy === userId) return true;
  const ids = appointmentId === null ? await noticedIds(tx, notice.id) : [appointmentId];
  const own = await writtenBy(tx, await findAppointments(tx, ids), userId);
  return own.size > 0;
}
