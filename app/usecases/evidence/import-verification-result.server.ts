import { lockEvidenceClass } from "~/data/evidence/evidence-class-store.server";
import { matchWithList, readResultFile } from "~/data/evidence/verification-result-file.server";
import {
  answerBatch,
  findBatch,
  savePlatformAnswers,
} from "~/data/evidence/verification-store.server";
import { saveStoredFile, type ReceivedFile } from "~/data/files/file-store.server";
import { leaveClassTrail } from "~/data/training/session-class-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { eventDays } from "~/domain/evidence/verification-answer";
import { resultObstacle, type ResultObstacle } from "~/domain/evidence/verification-checks";
import { VERIFICATION_EVENT_LABELS } from "~/domain/evidence/verification-event";
import type { Finding } from "~/domain/rosters/finding";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ImportVerificationRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "unreadable"; readonly message: string }
  | { readonly kind: "problems"; readonly problems: readonly Finding[] }
  | ResultObstacle;

export interface VerificationResult {
  readonly classId: string;
  readonly batchId: string;
  /** In the evidence store already; whoever stored it removes it when this is refused. */
  readonly file: ReceivedFile;
  /** Who asked the platform. */
  readonly operator: string;
  /** The day of the platform's answer, `YYYY-MM-DD`. */
  readonly verifiedOn: string;
}

/** Takes in the platform's answer to a list: every line of it, or nothing. */
export async function importVerificationResult(
  actor: Actor,
  { classId, batchId, file, operator, verifiedOn }: VerificationResult,
  now: Date,
): Promise<
  Outcome<{ readonly found: number; readonly notFound: number }, ImportVerificationRefusal>
> {
  const today = dayInChina(now);
  const rows = await readResultFile(file, today);
  return inTransaction(actor, async (tx) => {
    const one = await lockEvidenceClass(tx, classId);
    const batch = await findBatch(tx, classId, batchId);
    if (one === null || batch === null || !may(actor, "class.read", one.countyCode, today)) {
      return refused({ kind: "notFound" });
    }
    const { countyCode } = one;
    if (!may(actor, "verification.record", countyCode, today)) {
      return refused({ kind: "forbidden" });
    }
    const { event, rosterId, eventOn } = batch;
    const obstacle = resultObstacle(verifiedOn, {
      ...{ isSealed: one.isSealed, isAnswered: batch.isAnswered, askedFor: eventOn, today },
      ...{ eventOn: eventDays(one)[event], exportedOn: dayInChina(batch.exportedAt) },
    });
    if (obstacle !== null) return refused(obstacle);
    if (!rows.ok) return refused({ kind: "unreadable", message: rows.refusal.message });
    const { answers, problems } = await matchWithList(tx, rows.value, batch.lineIds, verifiedOn);
    if (problems.length > 0) return refused({ kind: "problems", problems });
    await saveStoredFile(tx, file, { countyCode, purpose: "verification", actor, now });
    const facts = { rosterId, event, eventOn, verifiedOn, userId: actor.userId, now };
    const written = await savePlatformAnswers(tx, batchId, answers, facts);
    const notFound = answers.filter(({ category }) => category === null).length;
    const counts = { found: answers.length - notFound, notFound, left: answers.length - written };
    const isSaved = await answerBatch(tx, batchId, {
      ...{ resultFileId: file.id, resultFileName: file.fileName, verifiedOn, counts },
      ...{ platformOperator: operator, resultBy: actor.userId, resultByName: actor.name },
      resultAt: now,
    });
    if (!isSaved) throw new Error("answered while the class was held");
    const purpose = VERIFICATION_EVENT_LABELS[event];
    const detail = { batchId, purpose, rows: answers.length, found: counts.found };
    await leaveClassTrail(tx, actor, one, { action: "verification.import", at: now, detail });
    return done({ found: counts.found, notFound });
  });
}
