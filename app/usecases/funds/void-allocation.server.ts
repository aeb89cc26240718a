import {
  countAllocationUses,
  findAllocation,
  leaveAllocationTrail,
  voidAllocation as markVoid,
} from "~/data/funds/allocation-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type VoidAllocationRefusal =
  | { readonly kind: "notFound" | "forbidden" | "founding" | "voided" | "changedByOthers" }
  /** Money or further tables hang on it. */
  | { readonly kind: "used"; readonly uses: number };

/** Takes a wrongly entered table out of every sum, with the reason; the right one is entered anew. */
export function voidAllocation(
  actor: Actor,
  asked: { readonly tableId: string; readonly version: number; readonly reason: string },
  now: Date,
): Promise<Outcome<null, VoidAllocationRefusal>> {
  return inTransaction(actor, async (tx) => {
    const found = await findAllocation(tx, asked.tableId);
    if (found === null) return refused({ kind: "notFound" });
    if (!may(actor, "allocation.write", found.regionCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (found.createdBy === null) return refused({ kind: "founding" });
    if (found.voidedAt !== null) return refused({ kind: "voided" });
    if (found.version !== asked.version) return refused({ kind: "changedByOthers" });
    const uses = await countAllocationUses(tx, found);
    if (uses > 0) return refused({ kind: "used", uses });
    const { reason } = asked;
    if (!(await markVoid(tx, found, reason, now))) return refused({ kind: "changedByOthers" });
    await leaveAllocationTrail(tx, actor, found, { action: "allocation.void", at: now, reason });
    return done(null);
  });
}
