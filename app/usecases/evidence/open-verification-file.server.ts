import type { Readable } from "node:stream";
import { findEvidenceClass } from "~/data/evidence/evidence-class-store.server";
import { findBatch } from "~/data/evidence/verification-store.server";
import { leaveClassTrail } from "~/data/training/session-class-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { mayOpenVerificationFiles } from "~/domain/evidence/verification-permission";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { readStoredStream } from "~/platform/evidence-store.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface VerificationFile {
  readonly fileName: string;
  readonly bytes: Readable;
}

/** The list as it was sent, or the answer as it came back, byte for byte. */
export function openVerificationFile(
  actor: Actor,
  asked: {
    readonly classId: string;
    readonly batchId: string;
    readonly which: "list" | "result";
  },
  now: Date,
): Promise<Outcome<VerificationFile, { readonly kind: "notFound" | "forbidden" }>> {
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const one = await findEvidenceClass(tx, asked.classId);
    const batch = await findBatch(tx, asked.classId, asked.batchId);
    if (one === null || batch === null || !may(actor, "class.read", one.countyCode, today)) {
      return refused({ kind: "notFound" });
    }
    if (!mayOpenVerificationFiles(actor, one.countyCode, today)) {
      return refused({ kind: "forbidden" });
    }
    const isList = asked.which === "list";
    const fileId = isList ? batch.exportFileId : batch.resultFileId;
    if (fileId === null) return refused({ kind: "notFound" });
    const detail = { batchId: batch.id, which: asked.which, headcount: batch.lineIds.length };
    await leaveClassTrail(tx, actor, one, { action: "verification.download", at: now, detail });
    const fileName = isList ? batch.exportFileName : batch.resultFileName;
    return done({ fileName, bytes: readStoredStream(fileId) });
  });
}
