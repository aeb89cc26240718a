import {
  leaveAllocationTrail,
  saveAllocation,
  type NewAllocation,
} from "~/data/funds/allocation-store.server";
import { findDocument } from "~/data/funds/document-store.server";
import { parentLine } from "~/data/funds/parent-line.server";
import { holdLine, holdStandingTable } from "~/data/funds/standing-allocation.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { balance, type Balance } from "~/domain/funds/balance";
import { comesToParent, divisionProblem, type DivisionProblem } from "~/domain/funds/division";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type AddAllocationRefusal =
  | { readonly kind: "forbidden" }
  | { readonly kind: "documentUnknown" | "parentUnknown" }
  /** The document already has a table for the area and year: its money would count twice. */
  | { readonly kind: "tableStands"; readonly tableId: string }
  /** The line is divided already, or pots are set up of it. */
  | { readonly kind: "lineDivided"; readonly tableId: string }
  | { readonly kind: "lineHasPots"; readonly pots: number }
  | DivisionProblem
  /** A sum does not hold, and no reason says that the document itself has it so. */
  | { readonly kind: "unbalanced"; readonly balance: Balance };

/**
 * Enters the table of a document, one for an area and year. Nothing is written before every sum it states holds, or
 * the reason is given why the document itself has one wrong.
 */
export async function addAllocation(
  actor: Actor,
  asked: Omit<NewAllocation, "id">,
  now: Date,
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
    const standing = parentRowId === null ? await holdStandingTable(tx, asked) : null;
    if (standing !== null) return refused({ kind: "tableStands", tableId: standing });
    const parent = parentRowId === null ? null : await parentLine(tx, parentRowId);
    if (parentRowId !== null) {
      // Who divides a line answers for its area: so he also sees every pot that is set up of it.
      const mayDivide = may(actor, "allocation.write", parent?.areaCode ?? "", dayInChina(now));
      if (parent === null || !mayDivide) return refused({ kind: "parentUnknown" });
      const problem = divisionProblem(parent, { year: asked.year, rows: table.rows });
      const taken = problem ?? (await lineTaken(tx, parentRowId));
      if (taken !== null) return refused(taken);
    }
    const result = balance(table, parent);
    const isRight = result.wrong.length === 0;
    if (!isRight && (asked.sumsReason === "" || !comesToParent(result))) {
      return refused({ kind: "unbalanced", balance: result });
    }
    const sumsReason = isRight ? "" : asked.sumsReason;
    const one = { ...asked, id: newId(), note: withNumbersMasked(asked.note), sumsReason };
    await saveAllocation(tx, one, { userId: actor.userId, name: actor.name, now });
    await leaveAllocationTrail(tx, actor, one, {
      action: "allocation.add",
      at: now,
      reason: sumsReason,
    });
    return done(one.id);
  });
}

async function lineTaken(tx: Tx, rowId: string): Promise<AddAllocationRefusal | null> {
  const { dividedBy, pots } = await holdLine(tx, rowId);
  if (dividedBy !== null) return { kind: "lineDivided", tableId: dividedBy };
  return pots > 0 ? { kind: "lineHasPots", pots } : null;
}
