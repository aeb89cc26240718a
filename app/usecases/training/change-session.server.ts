import { leaveClassTrail, lockClass } from "~/data/training/session-class-store.server";
import {
  changeSessionRow,
  findSession,
  hasAttendance,
  type SessionRecord,
} from "~/data/training/session-store.server";
import type { Actor } from "~/domain/access/actor";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { whyNotWritten, type ClassWritingRefusal } from "~/domain/training/class-writing";
import type { SessionForm } from "~/domain/training/session-form";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ChangeSessionRefusal =
  | ClassWritingRefusal
  | { readonly kind: "notFound" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "hasAttendance" }
  | { readonly kind: "changedByOthers" };

interface AskedChange {
  readonly classId: string;
  readonly sessionId: string;
  /** The version the officer was looking at. */
  readonly version: number;
  readonly form: SessionForm;
}

/**
 * Changes one session. Once somebody's attendance stands, day, times and hours stay: the word was
 * given for them, so such a session is cancelled and another one added.
 */
export function changeSession(
  actor: Actor,
  { classId, sessionId, version, form }: AskedChange,
  now: Date,
): Promise<Outcome<null, ChangeSessionRefusal>> {
  return inTransaction(actor, async (tx) => {
    const one = await lockClass(tx, classId);
    if (one === null) return refused({ kind: "notFound" });
    const why = whyNotWritten(actor, one, dayInChina(now));
    if (why !== null) return refused(why);
    const session = await findSession(tx, classId, sessionId);
    if (session === null) return refused({ kind: "notFound" });
    if (session.isCancelled) return refused({ kind: "cancelled" });
    if (session.version !== version) return refused({ kind: "changedByOthers" });
    if (isMoved(session, form) && (await hasAttendance(tx, sessionId))) {
      return refused({ kind: "hasAttendance" });
    }
    if (!(await changeSessionRow(tx, session, form))) return refused({ kind: "changedByOthers" });
    const before = { ...formOf(session) };
    await leaveClassTrail(tx, actor, one, {
      action: "class.changeSession",
      at: now,
      detail: { sessionId, startsOn: form.heldOn, beforeChange: before, afterChange: form },
    });
    return done(null);
  });
}

function isMoved(session: SessionRecord, form: SessionForm): boolean {
  return (["heldOn", "startsAt", "endsAt", "classHours"] as const).some(
    (key) => session[key] !== form[key],
  );
}

function formOf(session: SessionRecord): SessionForm {
  const { heldOn, startsAt, endsAt, classHours, place, teacher, topic } = session;
  return { heldOn, startsAt, endsAt, classHours, place, teacher, topic } as SessionForm;
}
