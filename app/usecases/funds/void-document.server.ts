import {
  countUses,
  leaveDocumentTrail,
  voidDocument as markVoid,
} from "~/data/funds/document-store.server";
import {
  standingDocument,
  type AskedDocument,
  type DocumentRefusal,
} from "~/data/funds/standing-document.server";
import type { Actor } from "~/domain/access/actor";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** Takes a wrongly registered document out of use, with the reason. */
export function voidDocument(
  actor: Actor,
  asked: AskedDocument,
  reason: string,
  now: Date,
): Promise<Outcome<null, DocumentRefusal>> {
  return inTransaction(actor, async (tx) => {
    const held = await standingDocument(tx, actor, asked, now);
    if (!held.ok) return held;
    const uses = await countUses(tx, asked.documentId);
    if (uses > 0) return refused({ kind: "used", uses });
    if (!(await markVoid(tx, held.value, reason, now))) {
      return refused({ kind: "changedByOthers" });
    }
    await leaveDocumentTrail(tx, actor, held.value, { action: "document.void", at: now, reason });
    return done(null);
  });
}
