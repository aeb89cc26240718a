import type { LineAnswer } from "~/domain/evidence/match-result";
import type { VerificationEvent } from "~/domain/evidence/verification-event";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface LineToVerify {
  readonly id: string;
  readonly name: string;
  readonly idIndex: Uint8Array;
  readonly idSealed: Uint8Array;
}

/** Every standing line of the roster in its order, numbers sealed. */
export function listLinesToVerify(tx: Tx, rosterId: string): Promise<readonly LineToVerify[]> {
  return tx.rosterLine.findMany({
    where: { rosterId, removedAt: null },
    orderBy: [{ lineNo: "asc" }, { id: "asc" }],
    select: { id: true, name: true, idIndex: true, idSealed: true },
  });
}

export interface NewBatch {
  readonly id: string;
  readonly rosterId: string;
  readonly classId: string;
  readonly countyCode: string;
  readonly event: VerificationEvent;
  readonly eventOn: string;
  readonly lineIds: readonly string[];
  readonly exportFileId: string;
  readonly exportFileName: string;
  readonly exportedBy: string;
  readonly exportedByName: string;
  readonly exportedAt: Date;
}

/** A list that waits for its answer. */
export async function saveBatch(tx: Tx, batch: NewBatch): Promise<void> {
  const { lineIds, eventOn, ...rest } = batch;
  const list = { lineIds: [...lineIds], lineCount: lineIds.length };
  await tx.verificationBatch.create({
    data: { ...rest, ...list, eventOn: new Date(eventOn), state: "asked" },
  });
}

export interface StoredBatch {
  readonly id: string;
  readonly rosterId: string;
  readonly event: VerificationEvent;
  readonly eventOn: string;
  readonly lineIds: readonly string[];
  readonly isAnswered: boolean;
  readonly exportedAt: Date;
  readonly exportFileId: string;
  readonly exportFileName: string;
  readonly resultFileId: string | null;
  readonly resultFileName: string;
}

/** A list of the class; null out of scope. */
export async function findBatch(tx: Tx, classId: string, id: string): Promise<StoredBatch | null> {
  if (!isUuid(id) || !isUuid(classId)) return null;
  const found = await tx.verificationBatch.findFirst({ where: { id, classId } });
  if (found === null) return null;
  const { rosterId, lineIds, exportedAt, exportFileId, exportFileName } = found;
  return {
    ...{ id, rosterId, lineIds, exportedAt, exportFileId, exportFileName },
    event: found.event as VerificationEvent,
    eventOn: found.eventOn.toISOString().slice(0, 10),
    isAnswered: found.state === "answered",
    resultFileId: found.resultFileId,
    resultFileName: found.resultFileName,
  };
}

export interface BatchAnswer {
  readonly resultFileId: string;
  readonly resultFileName: string;
  readonly platformOperator: string;
  /** `YYYY-MM-DD`, the day of the platform's answer. */
  readonly verifiedOn: string;
  readonly resultBy: string;
  readonly resultByName: string;
  readonly resultAt: Date;
  readonly counts: { readonly found: number; readonly notFound: number; readonly left: number };
}

/** False when the list has an answer already. */
export async function answerBatch(tx: Tx, id: string, answer: BatchAnswer): Promise<boolean> {
  const { count } = await tx.verificationBatch.updateMany({
    where: { id, state: "asked" },
    data: {
      ...answer,
      verifiedOn: new Date(answer.verifiedOn),
      counts: { ...answer.counts },
      state: "answered",
      version: { increment: 1 },
    },
  });
  return count === 1;
}

export interface AnswerFacts {
  readonly rosterId: string;
  readonly event: VerificationEvent;
  readonly eventOn: string;
  readonly verifiedOn: string;
  readonly userId: string;
  readonly now: Date;
}

/** Writes what the platform said of the lines that still stand; answers how many those are. */
export function savePlatformAnswers(
  tx: Tx,
  batchId: string,
  answers: readonly LineAnswer[],
  facts: AnswerFacts,
): Promise<number> {
  const { rosterId, event, eventOn, verifiedOn, userId, now } = facts;
  const lineIds = answers.map(({ lineId }) => lineId);
  const categories = answers.map(({ category }) => category);
  return tx.$executeRaw`
    INSERT INTO verification (id, line_id, roster_id, person_id, county_code, event, event_on,
      source, batch_id, category, verified_on, recorded_by, recorded_at)
    SELECT gen_random_uuid(), l.id, l.roster_id, l.person_id, l.county_code, ${event},
      ${eventOn}::date, 'platform', ${batchId}::uuid, a.category, ${verifiedOn}::date,
      ${userId}::uuid, ${now}::timestamptz
    FROM unnest(${lineIds}::uuid[], ${categories}::text[]) AS a (line_id, category)
      JOIN roster_line l ON l.id = a.line_id
    WHERE l.roster_id = ${rosterId}::uuid AND l.removed_at IS NULL`;
}
