import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findPot, type PotRecord } from "./pot-store.server";

export interface PotRefusal {
  readonly kind: "notFound" | "forbidden" | "voided" | "closed";
}

/** Works on a pot that stands and is not closed, in a transaction of its own, when the actor has the right. */
export function ofStandingPot<T, Refusal>(
  actor: Actor,
  asked: { readonly potId: string; readonly action: Action },
  now: Date,
  work: (tx: Tx, pot: PotRecord) => Promise<Outcome<T, Refusal>>,
): Promise<Outcome<T, Refusal | PotRefusal>> {
  return inTransaction(actor, async (tx) => {
    const pot = await findPot(tx, asked.potId);
    const on = dayInChina(now);
    if (pot === null || !may(actor, "fund.read", pot.regionCode, on)) {
      return refused({ kind: "notFound" });
    }
    if (!may(actor, asked.action, pot.regionCode, on)) return refused({ kind: "forbidden" });
    if (pot.voidedAt !== null) return refused({ kind: "voided" });
    return pot.closedAt === null ? work(tx, pot) : refused({ kind: "closed" });
  });
}
