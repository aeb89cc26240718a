import { leaveDocumentTrail, saveDocument } from "~/data/funds/document-store.server";
import { wrongWith, type DocumentRefusal } from "~/data/funds/standing-document.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { DocumentFacts } from "~/domain/funds/document";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type { DocumentRefusal };

/** Registers a document with its clauses and deadlines; answers its id. */
export async function addDocument(
  actor: Actor,
  facts: DocumentFacts,
  now: Date,
): Promise<Outcome<string, DocumentRefusal>> {
  if (!may(actor, "document.write", facts.regionCode, dayInChina(now))) {
    return refused({ kind: "forbidden" });
  }
  return inTransaction(actor, async (tx) => {
    const wrong = await wrongWith(tx, facts, null);
    if (wrong !== null) return refused(wrong);
    const id = newId();
    await saveDocument(tx, { id, facts }, { userId: actor.userId, name: actor.name, now });
    await leaveDocumentTrail(tx, actor, { id, ...facts }, { action: "document.add", at: now });
    return done(id);
  });
}
