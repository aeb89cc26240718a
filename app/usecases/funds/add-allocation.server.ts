import {
  leaveAllocationTrail,
  saveAllocation,
  type NewAllocation,
} from "~/data/funds/allocation-store.server";
import { findDocument } from "~/data/funds/document-store.server";
import { parentLine } from "~/data/funds/parent-line.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { balance, type Balance } from "~/domain/funds/balance";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type AddAllocationRefusal =
  | { readonly kind: "forbidden" }
  | { readonly kind: "documentUnknown" | "parentUnknown" }
  /** A sum does not hold, and no reason says that the document itself has it so. */
  | { readonly kind: "unbalanced"; readonly balance: Balance };

/**
 * Enters the table of a document. Nothing is written before every sum it states holds, or the reason is given why the
 * document itself has one wrong; a wrong figure beside right sums is mended, not explained.
 */
export async function addAllocation(
  actor: Actor,
  asked: Omit<NewAllocation, "id">,
  now: Date,
): Promise<Outcome<string, AddAllocationRefusal>> {
  const { regionCode, table } = asked;
  if (!may(actor, "allocation.write", regionCode, dayInChina(now))) {
    return refused({ kind: "forbidden" });
  }
  return inTransaction(actor, async (tx) => {
    const document = await findDocument(tx, asked.documentId);
    if (document === null || document.voidedAt !== null) {
      return refused({ kind: "documentUnknown" });
    }
    const parent = asked.parentRowId === null ? null : await parentLine(tx, asked.parentRowId);
    if (asked.parentRowId !== null && parent === null) return refused({ kind: "parentUnknown" });
    const result = balance(table, parent);
    const isRight = result.wrong.length === 0;
    if (!isRight && asked.sumsReason === "") {
      return refused({ kind: "unbalanced", balance: result });
    }
    const one = {
      ...{ ...asked, id: newId(), note: withNumbersMasked(asked.note) },
      sumsReason: isRight ? "" : asked.sumsReason,
    };
    await saveAllocation(tx, one, { userId: actor.userId, name: actor.name, now });
    const event = { action: "allocation.add", at: now, reason: one.sumsReason };
    await leaveAllocationTrail(tx, actor, one, event);
    return done(one.id);
  });
}
