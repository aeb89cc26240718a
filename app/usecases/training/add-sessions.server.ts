import { leaveClassTrail, lockClass } from "~/data/training/session-class-store.server";
import { insertSessions } from "~/data/training/session-store.server";
import type { Actor } from "~/domain/access/actor";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { whyNotWritten, type ClassWritingRefusal } from "~/domain/training/class-writing";
import type { SessionForm } from "~/domain/training/session-form";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type AddSessionsRefusal =
  ClassWritingRefusal | { readonly kind: "notFound" } | { readonly kind: "nothing" };

/** More than this in one form is a slip of the pen. */
export const MOST_ADDED = 400;

/** Puts sessions on the timetable, one or many; answers their ids. */
export function addSessions(
  actor: Actor,
  asked: { readonly classId: string; readonly sessions: readonly SessionForm[] },
  now: Date,
): Promise<Outcome<readonly string[], AddSessionsRefusal>> {
  const sessions = asked.sessions.slice(0, MOST_ADDED);
  return inTransaction(actor, async (tx) => {
    const one = await lockClass(tx, asked.classId);
    if (one === null) return refused({ kind: "notFound" });
    const why = whyNotWritten(actor, one, dayInChina(now));
    if (why !== null) return refused(why);
    const [first] = sessions;
    if (first === undefined) return refused({ kind: "nothing" });
    const origin = { classId: one.id, countyCode: one.countyCode };
    const by = { createdBy: actor.userId, createdAt: now };
    const ids = await insertSessions(tx, { ...origin, ...by }, sessions);
    const days = sessions.map(({ heldOn }) => heldOn).sort();
    await leaveClassTrail(tx, actor, one, {
      action: "class.addSession",
      at: now,
      detail: { added: sessions.length, startsOn: days[0], endsOn: days.at(-1), sessions },
    });
    return done(ids);
  });
}
