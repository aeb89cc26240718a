import type { Actor } from "~/domain/access/actor";
import { eventDays } from "~/domain/evidence/verification-answer";
import type { VerificationEvent } from "~/domain/evidence/verification-event";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findEvidenceClass } from "./evidence-class-store.server";

export interface BatchEntry {
  readonly id: string;
  readonly event: VerificationEvent;
  readonly eventOn: string;
  readonly lineCount: number;
  readonly exportFileName: string;
  readonly exportedByName: string;
  readonly exportedAt: string;
  readonly isAnswered: boolean;
  readonly resultFileName: string;
  readonly resultByName: string;
  readonly resultAt: string | null;
  readonly platformOperator: string;
  readonly verifiedOn: string | null;
  readonly counts: { readonly found?: number; readonly notFound?: number; readonly left?: number };
  /** The class has moved since: an answer to this list would be for another day. */
  readonly isMoved: boolean;
}

/** The lists made for the class, the latest first. */
export async function listBatches(
  actor: Actor,
  classId: string,
  id?: string,
): Promise<readonly BatchEntry[]> {
  if (id !== undefined && !isUuid(id)) return [];
  return inTransaction(actor, async (tx) => {
    const one = await findEvidenceClass(tx, classId);
    if (one === null) return [];
    const rows = await tx.verificationBatch.findMany({
      where: { classId, ...(id === undefined ? {} : { id }) },
      orderBy: [{ exportedAt: "desc" }, { id: "desc" }],
      omit: { lineIds: true },
    });
    const days = eventDays(one);
    return rows.map((row) => {
      const event = row.event as VerificationEvent;
      const eventOn = row.eventOn.toISOString().slice(0, 10);
      const { lineCount, exportFileName, exportedByName, resultFileName } = row;
      const { resultByName, platformOperator, verifiedOn } = row;
      return {
        ...{ id: row.id, event, eventOn, lineCount, exportFileName, exportedByName },
        ...{ resultFileName, resultByName, platformOperator },
        exportedAt: row.exportedAt.toISOString(),
        resultAt: row.resultAt?.toISOString() ?? null,
        isAnswered: row.state === "answered",
        verifiedOn: verifiedOn?.toISOString().slice(0, 10) ?? null,
        counts: row.counts as BatchEntry["counts"],
        isMoved: days[event] !== eventOn,
      };
    });
  });
}

/** One list of the class; null when there is none. */
export async function viewBatch(actor: Actor, classId: string, id: string | undefined) {
  const [batch] = await listBatches(actor, classId, id ?? "");
  return batch ?? null;
}
