import { countUnmarked, findStandingLines } from "~/data/training/attendance-store.server";
import { findResults } from "~/data/training/completion-store.server";
import {
  changeCompletion,
  leaveClassTrail,
  lockClass,
} from "~/data/training/session-class-store.server";
import type { Actor } from "~/domain/access/actor";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { whyNotWritten, type ClassWritingRefusal } from "~/domain/training/class-writing";
import { completionBlockers, type CompletionBlocker } from "~/domain/training/completion";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type CompleteClassRefusal =
  | ClassWritingRefusal
  | { readonly kind: "notFound" }
  | { readonly kind: "blocked"; readonly blockers: readonly CompletionBlocker[] }
  | { readonly kind: "changedByOthers" };

/** Closes the class on a day, once every session and every trainee is accounted for. */
export function completeClass(
  actor: Actor,
  asked: { readonly classId: string; readonly completedOn: string },
  now: Date,
): Promise<Outcome<{ readonly headcount: number }, CompleteClassRefusal>> {
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const one = await lockClass(tx, asked.classId);
    if (one === null) return refused({ kind: "notFound" });
    const why = whyNotWritten(actor, one, today);
    if (why !== null) return refused(why);
    const { rosterId } = one;
    const lines = rosterId === null ? [] : await findStandingLines(tx, rosterId);
    const results = rosterId === null ? new Map() : await findResults(tx, rosterId);
    const withoutResult = lines.filter(({ id }) => !results.has(id)).map(({ lineNo }) => lineNo);
    const sessions = await countUnmarked(tx, one.id);
    const { completedOn } = asked;
    const headcount = lines.length;
    const state = { completedOn, today, headcount, withoutResult, sessions };
    const blockers = completionBlockers(state);
    if (blockers.length > 0) return refused({ kind: "blocked", blockers });
    const completion = { on: completedOn, by: actor.userId, at: now };
    if (!(await changeCompletion(tx, one, completion))) return refused({ kind: "changedByOthers" });
    await leaveClassTrail(tx, actor, one, {
      action: "class.complete",
      at: now,
      detail: { endsOn: completedOn, headcount },
    });
    return done({ headcount });
  });
}
