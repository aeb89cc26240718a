import type { Actor } from "~/domain/access/actor";
import { ATTENDANCE_STATES, type AttendanceState } from "~/domain/training/attendance";
import {
  resultForm,
  type CertificateKind,
  type CompletionOutcome,
} from "~/domain/training/completion";
import { sessionForm } from "~/domain/training/session-form";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { addSessions as add } from "~/usecases/training/add-sessions.server";
import { completeClass as complete } from "~/usecases/training/complete-class.server";
import { recordAttendance } from "~/usecases/training/record-attendance.server";
import { recordResults } from "~/usecases/training/record-results.server";

// Through the use cases, as an officer would: for tests and the demo seed alike.

export interface SessionToAdd {
  /** Day, `YYYY-MM-DD`. */
  readonly heldOn: string;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly classHours?: string;
  readonly place?: string;
  readonly teacher?: string;
  readonly topic?: string;
}

const STANDARD = {
  startsAt: "08:30",
  endsAt: "11:30",
  classHours: "4",
  place: "共和镇文化站",
  teacher: "普老师",
  topic: "",
};

/** Puts sessions on the class's timetable, in the morning unless told; answers their ids in order. */
export async function addSessions(
  actor: Actor,
  classId: string,
  sessions: readonly SessionToAdd[],
  now: Date,
): Promise<readonly string[]> {
  const forms = sessions.map((one) => sessionForm.parse({ ...STANDARD, ...one }));
  return kept(await add(actor, { classId, sessions: forms }, now));
}

/**
 * Marks every standing line of the session that has no mark yet as present, but for the exceptions
 * by line number. Nothing is corrected.
 */
export async function markAttendance(
  actor: Actor,
  classId: string,
  sessionId: string,
  now: Date,
  exceptions: Readonly<Record<number, AttendanceState>> = {},
): Promise<void> {
  const lines = await linesOf(actor, classId);
  const marked = await inTransaction(actor, (tx) =>
    tx.attendance.findMany({ where: { sessionId }, select: { lineId: true } }),
  );
  const known = new Set(marked.map(({ lineId }) => lineId));
  const marks = lines
    .filter(({ id }) => !known.has(id))
    .map(({ id, lineNo }) => ({
      lineId: id,
      state: exceptions[lineNo] ?? ATTENDANCE_STATES[0] ?? "PRESENT",
      version: 0,
    }));
  kept(await recordAttendance(actor, { classId, sessionId, marks, reason: "" }, now));
}

export interface CompletionToBuild {
  readonly completedOn: string;
  /** By line number; PASSED unless told. */
  readonly results?: Readonly<Record<number, CompletionOutcome>>;
  /** Certificate of who passed; numbers are the prefix and the line number. Null for none. */
  readonly certificate?: {
    readonly kind: CertificateKind;
    readonly prefix: string;
    readonly issuedOn: string;
  } | null;
}

/** Enters a result for every standing line and completes the class; attendance must be there. */
export async function completeClass(
  actor: Actor,
  classId: string,
  { completedOn, results = {}, certificate = null }: CompletionToBuild,
  now: Date,
): Promise<void> {
  const rows = (await linesOf(actor, classId)).map(({ id, lineNo }) => {
    const result = results[lineNo] ?? "PASSED";
    const own = result === "PASSED" ? certificate : null;
    return resultForm.parse({
      ...{ lineId: id, version: 0, result },
      certificateKind: own?.kind ?? "",
      certificateNo: own === null ? "" : `${own.prefix}${String(lineNo).padStart(3, "0")}`,
      issuedOn: own?.issuedOn ?? "",
    });
  });
  kept(await recordResults(actor, { classId, rows }, now));
  kept(await complete(actor, { classId, completedOn }, now));
}

function linesOf(actor: Actor, classId: string) {
  return inTransaction(actor, (tx) =>
    tx.rosterLine.findMany({
      where: { roster: { classId }, removedAt: null },
      orderBy: [{ lineNo: "asc" }],
      select: { id: true, lineNo: true },
    }),
  );
}

function kept<T>(
  outcome: { ok: true; value: T } | { ok: false; refusal: { readonly kind: string } },
): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`refused: ${outcome.refusal.kind}`);
}
