import {
  leaveAllocationTrail,
  saveAllocation,
  type NewAllocation,
} from "~/data/funds/allocation-store.server";
import { findDocument } from "~/data/funds/document-store.server";
import { parentLine } from "~/data/funds/parent-line.server";
import { lineTaken, moneyTaken, type MoneyTaken } from "~/data/funds/taken-money.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { balance, type Balance } from "~/domain/funds/balance";
import { comesToParent, divisionProblem, type DivisionProblem } from "~/domain/funds/division";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type AddAllocationRefusal =
  | { readonly kind: "forbidden" }
  | { readonly kind: "documentUnknown" | "parentUnknown" }
  | MoneyTaken
  | DivisionProblem
  /** A sum does not hold, and no reason says that the document itself has it so. */
  | { readonly kind: "unbalanced"; readonly balance: Balance };

/**
 * Enters the table of a document, one for an area and year. Nothing is written before every sum it states holds, or
 * the reason is given why the document itself has one wrong; of one that is much like another document's, before
 * `otherReason` says why it is other money.
 */
export async function addAllocation(
  actor: Actor,
  asked: Omit<NewAllocation, "id">,
  now: Date,
  otherReason = "",
): Promise<Outcome<string, AddAllocationRefusal>> {
  const { regionCode, table, parentRowId } = asked;
  if (!may(actor, "allocation.write", regionCode, dayInChina(now))) {
    return refused({ kind: "forbidden" });
  }
  return inTransaction(actor, async (tx) => {
    const document = await findDocument(tx, asked.documentId);
    if (document === null || document.voidedAt !== null) {
      return refused({ kind: "documentUnknown" });
    }
    const taken = parentRowId === null ? await moneyTaken(tx, document, asked) : { like: null };
    if ("kind" in taken) return refused(taken);
    const { like } = taken;
    if (like !== null && otherReason === "") {
      return refused({ kind: "looksCopied", tableId: like.id, title: like.title });
    }
    const parent = parentRowId === null ? null : await parentLine(tx, parentRowId);
    if (parentRowId !== null) {
      // Who divides a line answers for its area: so he also sees every pot that is set up of it.
      const mayDivide = may(actor, "allocation.write", parent?.areaCode ?? "", dayInChina(now));
      if (parent === null || !mayDivide) return refused({ kind: "parentUnknown" });
      const problem = divisionProblem(parent, { year: asked.year, rows: table.rows });
      const barred = problem ?? (await lineTaken(tx, parentRowId));
      if (barred !== null) return refused(barred);
    }
    const result = balance(table, parent);
    const isRight = result.wrong.length === 0;
    if (!isRight && (asked.sumsReason === "" || !comesToParent(result))) {
      return refused({ kind: "unbalanced", balance: result });
    }
    const sumsReason = isRight ? "" : asked.sumsReason;
    const other = like === null ? "" : `与“${like.title}”相近，另行录入：${otherReason}`;
    const note = withNumbersMasked(said(asked.note, other));
    const one = { ...asked, id: newId(), note, sumsReason };
    await saveAllocation(tx, one, { userId: actor.userId, name: actor.name, now });
    await leaveAllocationTrail(tx, actor, one, {
      action: "allocation.add",
      at: now,
      reason: said(sumsReason, withNumbersMasked(other)),
    });
    return done(one.id);
  });
}

const said = (...parts: readonly string[]) => parts.filter((part) => part !== "").join("；");
