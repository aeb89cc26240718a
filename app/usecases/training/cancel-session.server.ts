import { leaveClassTrail, lockClass } from "~/data/training/session-class-store.server";
import { findSession, markCancelled } from "~/data/training/session-store.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { whyNotWritten, type ClassWritingRefusal } from "~/domain/training/class-writing";
import { writeHours } from "~/domain/training/timetable";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type CancelSessionRefusal =
  | ClassWritingRefusal
  | { readonly kind: "notFound" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "reasonMissing" }
  | { readonly kind: "changedByOthers" };

interface AskedCancelling {
  readonly classId: string;
  readonly sessionId: string;
  readonly version: number;
  readonly reason: string;
}

/** Takes a session off the timetable; it stays to be read, with its reason and its attendance. */
export function cancelSession(
  actor: Actor,
  { classId, sessionId, version, reason: given }: AskedCancelling,
  now: Date,
): Promise<Outcome<null, CancelSessionRefusal>> {
  const reason = withNumbersMasked(given.trim());
  return inTransaction(actor, async (tx) => {
    const one = await lockClass(tx, classId);
    if (one === null) return refused({ kind: "notFound" });
    const why = whyNotWritten(actor, one, dayInChina(now));
    if (why !== null) return refused(why);
    const session = await findSession(tx, classId, sessionId);
    if (session === null) return refused({ kind: "notFound" });
    if (session.isCancelled) return refused({ kind: "cancelled" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    if (session.version !== version || !(await markCancelled(tx, session, reason, now))) {
      return refused({ kind: "changedByOthers" });
    }
    const { heldOn } = session;
    await leaveClassTrail(tx, actor, one, {
      action: "class.cancelSession",
      at: now,
      detail: { sessionId, startsOn: heldOn, hours: writeHours(session), reason },
    });
    return done(null);
  });
}
