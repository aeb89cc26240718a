import {
  correctMarks,
  findMarks,
  findStandingLines,
  insertMarks,
} from "~/data/training/attendance-store.server";
import { leaveClassTrail, lockClass } from "~/data/training/session-class-store.server";
import { findSession } from "~/data/training/session-store.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { sortMarks, type AskedMark } from "~/domain/training/attendance";
import { whyNotWritten, type ClassWritingRefusal } from "~/domain/training/class-writing";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type RecordAttendanceRefusal =
  | ClassWritingRefusal
  | { readonly kind: "notFound" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "tooEarly"; readonly heldOn: string }
  | { readonly kind: "nothing" }
  | { readonly kind: "reasonMissing"; readonly lineIds: readonly string[] }
  | { readonly kind: "changedByOthers"; readonly lineIds: readonly string[] };

interface AskedAttendance {
  readonly classId: string;
  readonly sessionId: string;
  readonly marks: readonly AskedMark[];
  /** Why a word that stands is replaced; needed only then. */
  readonly reason: string;
}

export interface RecordedAttendance {
  readonly recorded: number;
  readonly corrected: number;
}

/** Writes what is new and what is corrected, and nothing else; all of the form or none of it. */
export function recordAttendance(
  actor: Actor,
  { classId, sessionId, marks, reason: given }: AskedAttendance,
  now: Date,
): Promise<Outcome<RecordedAttendance, RecordAttendanceRefusal>> {
  const reason = withNumbersMasked(given.trim());
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const one = await lockClass(tx, classId);
    const session = one && (await findSession(tx, classId, sessionId));
    if (one === null || session === null) return refused({ kind: "notFound" });
    const why = whyNotWritten(actor, one, today);
    if (why !== null) return refused(why);
    if (session.isCancelled) return refused({ kind: "cancelled" });
    const { heldOn } = session;
    if (heldOn > today) return refused({ kind: "tooEarly", heldOn });
    const lines = one.rosterId === null ? [] : await findStandingLines(tx, one.rosterId);
    const known = new Set(lines.map(({ id }) => id));
    const asked = marks.filter(({ lineId }) => known.has(lineId));
    const sorted = sortMarks(await findMarks(tx, sessionId), asked);
    const { record, correct, changedByOthers } = sorted;
    if (changedByOthers.length > 0) {
      return refused({ kind: "changedByOthers", lineIds: changedByOthers });
    }
    if (record.length + correct.length === 0) return refused({ kind: "nothing" });
    if (correct.length > 0 && reason === "") {
      return refused({ kind: "reasonMissing", lineIds: correct.map(({ lineId }) => lineId) });
    }
    const origin = { sessionId, countyCode: one.countyCode, by: actor.userId, at: now };
    await insertMarks(tx, origin, record);
    await correctMarks(tx, origin, correct, reason);
    const counts = { recorded: record.length, corrected: correct.length };
    const isCorrection = correct.length > 0;
    const detail = { sessionId, startsOn: heldOn, headcount: record.length + correct.length };
    await leaveClassTrail(tx, actor, one, {
      action: isCorrection ? "class.correctAttendance" : "class.attendance",
      at: now,
      detail: { ...detail, ...counts, marks: record, ...(isCorrection && { reason, correct }) },
    });
    return done(counts);
  });
}
