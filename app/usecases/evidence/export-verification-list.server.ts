import { lockEvidenceClass } from "~/data/evidence/evidence-class-store.server";
import { storeVerificationList } from "~/data/evidence/verification-list-file.server";
import { listLinesToVerify, saveBatch } from "~/data/evidence/verification-store.server";
import { saveStoredFile } from "~/data/files/file-store.server";
import { leaveClassTrail } from "~/data/training/session-class-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { eventDays } from "~/domain/evidence/verification-answer";
import {
  VERIFICATION_EVENT_LABELS,
  type VerificationEvent,
} from "~/domain/evidence/verification-event";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ExportVerificationRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "sealed" }
  | { readonly kind: "noLines" };

/** Makes the list the platform is asked with for one event; it is kept, sealed, as it was sent. */
export function exportVerificationList(
  actor: Actor,
  { classId, event }: { readonly classId: string; readonly event: VerificationEvent },
  now: Date,
): Promise<Outcome<{ readonly batchId: string }, ExportVerificationRefusal>> {
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const one = await lockEvidenceClass(tx, classId);
    if (one === null || !may(actor, "class.read", one.countyCode, today)) {
      return refused({ kind: "notFound" });
    }
    const { countyCode, rosterId } = one;
    const isAllowed =
      may(actor, "verification.record", countyCode, today) &&
      may(actor, "people.revealNumber", countyCode, today);
    if (!isAllowed) return refused({ kind: "forbidden" });
    if (one.isSealed) return refused({ kind: "sealed" });
    const lines = rosterId === null ? [] : await listLinesToVerify(tx, rosterId);
    if (rosterId === null || lines.length === 0) return refused({ kind: "noLines" });
    const exportFileName = `${VERIFICATION_EVENT_LABELS[event]}名单_${one.label}_${today}.xlsx`;
    const file = await storeVerificationList(exportFileName, countyCode, lines);
    await saveStoredFile(tx, file, { countyCode, purpose: "verification", actor, now });
    const batchId = newId();
    await saveBatch(tx, {
      ...{ id: batchId, rosterId, classId, countyCode, event, eventOn: eventDays(one)[event] },
      ...{ lineIds: lines.map(({ id }) => id), exportFileId: file.id, exportFileName },
      ...{ exportedBy: actor.userId, exportedByName: actor.name, exportedAt: now },
    });
    const purpose = VERIFICATION_EVENT_LABELS[event];
    const detail = { batchId, purpose, headcount: lines.length };
    await leaveClassTrail(tx, actor, one, { action: "verification.export", at: now, detail });
    return done({ batchId });
  });
}
