import { findEvidenceClass } from "~/data/evidence/evidence-class-store.server";
import { findSupervision } from "~/data/evidence/supervision-store.server";
import { leaveClassTrail } from "~/data/training/session-class-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface OpenedPicture {
  readonly fileId: string;
  readonly mimeType: string;
}

/** The signature on a record, for who may see signatures; that it was looked at goes into the trail. */
export function openSupervisionPicture(
  actor: Actor,
  asked: { readonly classId: string; readonly recordId: string },
  now: Date,
): Promise<Outcome<OpenedPicture, { readonly kind: "notFound" | "forbidden" }>> {
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const one = await findEvidenceClass(tx, asked.classId);
    const record = await findSupervision(tx, asked.classId, asked.recordId);
    if (one === null || record === null || !may(actor, "class.read", one.countyCode, today)) {
      return refused({ kind: "notFound" });
    }
    if (!may(actor, "proof.read", one.countyCode, today)) return refused({ kind: "forbidden" });
    const { inkFileId, paperFileId } = record;
    const fileId = inkFileId ?? paperFileId;
    if (fileId === null) return refused({ kind: "notFound" });
    const detail = { recordId: record.id };
    await leaveClassTrail(tx, actor, one, { action: "supervision.view", at: now, detail });
    return done({ fileId, mimeType: inkFileId === null ? "image/jpeg" : "image/png" });
  });
}
