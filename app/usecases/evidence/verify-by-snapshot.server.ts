import { lockEvidenceClass } from "~/data/evidence/evidence-class-store.server";
import {
  findSnapshotInForce,
  saveSnapshotAnswers,
  type SnapshotCounts,
} from "~/data/evidence/snapshot-answers-store.server";
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
import { inTransaction } from "~/platform/prisma/transaction.server";

export type VerifyBySnapshotRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "sealed" }
  | { readonly kind: "noLines" }
  | { readonly kind: "noSnapshot" };

export interface VerifiedBySnapshot extends SnapshotCounts {
  /** The day the registry's data is of. */
  readonly exportedOn: string;
}

/** Asks the registry export in force for the day of the event about every line of the roster. */
export function verifyBySnapshot(
  actor: Actor,
  { classId, event }: { readonly classId: string; readonly event: VerificationEvent },
  now: Date,
): Promise<Outcome<VerifiedBySnapshot, VerifyBySnapshotRefusal>> {
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const one = await lockEvidenceClass(tx, classId);
    if (one === null || !may(actor, "class.read", one.countyCode, today)) {
      return refused({ kind: "notFound" });
    }
    const { countyCode, rosterId } = one;
    if (!may(actor, "verification.record", countyCode, today)) {
      return refused({ kind: "forbidden" });
    }
    if (one.isSealed) return refused({ kind: "sealed" });
    if (rosterId === null) return refused({ kind: "noLines" });
    const eventOn = eventDays(one)[event];
    const snapshot = await findSnapshotInForce(tx, countyCode, eventOn);
    if (snapshot === null) return refused({ kind: "noSnapshot" });
    const verifiedOn = snapshot.exportedOn;
    const facts = { rosterId, event, eventOn, verifiedOn, userId: actor.userId, now };
    const counts = await saveSnapshotAnswers(tx, snapshot.id, facts);
    const headcount = counts.found + counts.notFound;
    if (headcount === 0) return refused({ kind: "noLines" });
    const { found } = counts;
    const purpose = VERIFICATION_EVENT_LABELS[event];
    const detail = { purpose, headcount, found, exportedOn: verifiedOn, snapshotId: snapshot.id };
    await leaveClassTrail(tx, actor, one, { action: "verification.snapshot", at: now, detail });
    return done({ ...counts, exportedOn: verifiedOn });
  });
}
