import { changeDocument, leaveDocumentTrail } from "~/data/funds/document-store.server";
import {
  standingDocument,
  wrongWith,
  type AskedDocument,
  type DocumentRefusal,
} from "~/data/funds/standing-document.server";
import type { Actor } from "~/domain/access/actor";
import type { DocumentFacts } from "~/domain/funds/document";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** Writes a registered document anew; it stays in its area, and what ships with the product stays as it is. */
export function rewriteDocument(
  actor: Actor,
  asked: AskedDocument,
  facts: DocumentFacts,
  now: Date,
): Promise<Outcome<null, DocumentRefusal>> {
  return inTransaction(actor, async (tx) => {
    const held = await standingDocument(tx, actor, asked, now);
    if (!held.ok) return held;
    const { regionCode } = held.value;
    const wrong = await wrongWith(tx, facts, asked.documentId);
    if (wrong !== null) return refused(wrong);
    if (!(await changeDocument(tx, held.value, { ...facts, regionCode }))) {
      return refused({ kind: "changedByOthers" });
    }
    const event = { action: "document.change", at: now };
    await leaveDocumentTrail(tx, actor, { ...held.value, ...facts, regionCode }, event);
    return done(null);
  });
}
