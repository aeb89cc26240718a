import { lockEvidenceClass } from "~/data/evidence/evidence-class-store.server";
import { findSupervision, voidSupervisionRecord } from "~/data/evidence/supervision-store.server";
import { leaveClassTrail } from "~/data/training/session-class-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type VoidSupervisionRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "sealed" }
  | { readonly kind: "notSigner" }
  | { readonly kind: "reasonMissing" }
  | { readonly kind: "voided" };

/** A record is never edited: who signed it takes it back with a reason, and writes another. */
export function voidSupervision(
  actor: Actor,
  asked: { readonly classId: string; readonly recordId: string; readonly reason: string },
  now: Date,
): Promise<Outcome<null, VoidSupervisionRefusal>> {
  const reason = withNumbersMasked(asked.reason.trim());
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const one = await lockEvidenceClass(tx, asked.classId);
    const record = await findSupervision(tx, asked.classId, asked.recordId);
    if (one === null || record === null || !may(actor, "class.read", one.countyCode, today)) {
      return refused({ kind: "notFound" });
    }
    if (!may(actor, "supervision.write", one.countyCode, today)) {
      return refused({ kind: "forbidden" });
    }
    if (one.isSealed) return refused({ kind: "sealed" });
    if (record.signedBy !== actor.userId) return refused({ kind: "notSigner" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    if (!(await voidSupervisionRecord(tx, record.id, reason, now))) {
      return refused({ kind: "voided" });
    }
    const detail = { recordId: record.id, reason };
    await leaveClassTrail(tx, actor, one, { action: "supervision.void", at: now, detail });
    return done(null);
  });
}
