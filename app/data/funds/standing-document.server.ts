import {
  findDocument,
  isRegistered,
  type DocumentRecord,
} from "~/data/funds/document-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { DocumentFacts } from "~/domain/funds/document";
import { supersedingProblem, type SupersedingProblem } from "~/domain/funds/superseding";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";

export type DocumentRefusal =
  | { readonly kind: "notFound" | "forbidden" | "founding" | "voided" | "changedByOthers" }
  /** Issuer, number and day are taken. */
  | { readonly kind: "registered" }
  | { readonly kind: "supersedesUnknown" }
  | { readonly kind: "supersedesWrong"; readonly why: SupersedingProblem }
  /** Tables, releases or later documents rest on it. */
  | { readonly kind: "used"; readonly uses: number };

export interface AskedDocument {
  readonly documentId: string;
  readonly version: number;
}

/** The document as somebody is about to change it, or why he may not; what ships with the product stays as it is. */
export async function standingDocument(
  tx: Tx,
  actor: Actor,
  { documentId, version }: AskedDocument,
  now: Date,
): Promise<Outcome<DocumentRecord, DocumentRefusal>> {
  const found = await findDocument(tx, documentId);
  // Everybody reads it; to be changed it is there for those whose area it binds.
  if (found === null || !actor.counties.includes(found.regionCode)) {
    return refused({ kind: "notFound" });
  }
  if (!may(actor, "document.write", found.regionCode, dayInChina(now))) {
    return refused({ kind: "forbidden" });
  }
  if (found.isFounding) return refused({ kind: "founding" });
  if (found.voidedAt !== null) return refused({ kind: "voided" });
  return found.version === version ? done(found) : refused({ kind: "changedByOthers" });
}

/** What speaks against these facts beside what else is registered; null: nothing. */
export async function wrongWith(
  tx: Tx,
  facts: DocumentFacts,
  exceptId: string | null,
): Promise<DocumentRefusal | null> {
  if (await isRegistered(tx, facts, exceptId)) return { kind: "registered" };
  const { supersedesId } = facts;
  if (supersedesId === "") return null;
  const older = supersedesId === exceptId ? null : await findDocument(tx, supersedesId);
  if (older === null || older.voidedAt !== null) return { kind: "supersedesUnknown" };
  const why = supersedingProblem(facts, older);
  return why === null ? null : { kind: "supersedesWrong", why };
}
