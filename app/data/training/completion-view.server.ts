import type { Actor } from "~/domain/access/actor";
import { sumAttendance, type AttendanceSum } from "~/domain/training/attendance-sum";
import type { ClassBeforeCompletion } from "~/domain/training/completion";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { countUnmarked, findStandingLines, findStates } from "./attendance-store.server";
import {
  findCertificatesElsewhere,
  findResults,
  type CertificateElsewhere,
  type StoredResult,
} from "./completion-store.server";
import { findSessions } from "./session-store.server";

export interface CompletionRow {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
  readonly stored: StoredResult | null;
  readonly sum: AttendanceSum;
  /** Other classes with the same certificate. */
  readonly elsewhere: readonly CertificateElsewhere[];
}

export interface CompletionPage {
  readonly rows: readonly CompletionRow[];
  /** What the class must answer for before it is completed; the day is not chosen yet. */
  readonly state: Omit<ClassBeforeCompletion, "completedOn">;
  readonly completedBy: string;
}

/** Results of a class the reader may see. */
export function viewCompletion(
  actor: Actor,
  one: { readonly classId: string; readonly rosterId: string | null },
  on: string,
): Promise<CompletionPage> {
  const { classId, rosterId } = one;
  return inTransaction(actor, async (tx) => {
    const lines = rosterId === null ? [] : await findStandingLines(tx, rosterId);
    const results = rosterId === null ? null : await findResults(tx, rosterId);
    const elsewhere = rosterId === null ? [] : await findCertificatesElsewhere(tx, rosterId);
    const sessions = (await findSessions(tx, classId)).filter(
      ({ isCancelled, heldOn }) => !isCancelled && heldOn <= on,
    );
    const stateOf = await findStates(tx, sessions);
    const rows = lines.map((line): CompletionRow => {
      const attended = sessions.map(({ id, classHours }) => ({
        classHours,
        state: stateOf(id, line.id),
      }));
      const others = elsewhere.filter(({ lineId }) => lineId === line.id);
      const stored = results?.get(line.id) ?? null;
      return { ...line, stored, sum: sumAttendance(attended), elsewhere: others };
    });
    const withoutResult = rows.filter(({ stored }) => stored === null).map(({ lineNo }) => lineNo);
    const found = await tx.trainingClass.findUnique({
      where: { id: classId },
      select: { completedBy: true },
    });
    const by = found?.completedBy ?? null;
    const user =
      by === null
        ? null
        : await tx.userAccount.findUnique({ where: { id: by }, select: { name: true } });
    const unmarked = await countUnmarked(tx, classId);
    return {
      rows,
      state: { today: on, headcount: rows.length, withoutResult, sessions: unmarked },
      completedBy: user?.name ?? "",
    };
  });
}
