import { findAppointments } from "~/data/posts/appointment-store.server";
import { writtenBy } from "~/data/posts/confirmation-facts.server";
import { noticedIds } from "~/data/posts/notice-people-store.server";
import {
  leaveNoticeTrail,
  updateNotice,
  type NoticeRecord,
} from "~/data/posts/notice-store.server";
import { decideObjection, findObjection } from "~/data/posts/objection-store.server";
import {
  ofStandingNotice,
  type AskedNotice,
  type NoticeStandingRefusal,
} from "~/data/posts/standing-notice.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { OBJECTION_OUTCOME_LABELS, type DecisionForm } from "~/domain/posts/objection";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";

export type SettleObjectionRefusal =
  | NoticeStandingRefusal
  /** He has proposed, changed or told the public of whom it is about. */
  | { readonly kind: "ownMatter" }
  /** No such objection, or it was decided just so. */
  | { readonly kind: "decided" };

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
): Promise<Outcome<null, SettleObjectionRefusal>> {
  const work = { ...asked, needs: ["post.confirm"] } as const;
  return ofStandingNotice<null, SettleObjectionRefusal>(actor, work, now, async (tx, one) => {
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
