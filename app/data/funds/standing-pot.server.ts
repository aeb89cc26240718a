import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { finalAccountsOn } from "./pot-checks.server";
import { findPot, type PotRecord } from "./pot-store.server";

export interface PotRefusal {
  readonly kind: "notFound" | "forbidden" | "voided" | "closed" | "afterAccounts";
}

interface AskedPot {
  readonly potId: string;
  readonly needs: Action;
  /** Closure itself, and taking the rest into a later year; nothing else moves once the accounts are final. */
  readonly evenAfterAccounts?: true;
}

/**
 * Works on a pot that stands and is not closed, before its final accounts, in a transaction of its own, when the actor
 * has the right.
 */
export function ofStandingPot<T, Refusal>(
  actor: Actor,
  asked: AskedPot,
  now: Date,
  work: (tx: Tx, pot: PotRecord) => Promise<Outcome<T, Refusal>>,
): Promise<Outcome<T, Refusal | PotRefusal>> {
  return inTransaction(actor, async (tx) => {
    const pot = await findPot(tx, asked.potId);
    const on = dayInChina(now);
    if (pot === null || !may(actor, "fund.read", pot.regionCode, on)) {
      return refused({ kind: "notFound" });
    }
    if (!may(actor, asked.needs, pot.regionCode, on)) return refused({ kind: "forbidden" });
    if (pot.voidedAt !== null) return refused({ kind: "voided" });
    if (pot.closedAt !== null) return refused({ kind: "closed" });
    // Who works on one pot does so one after the other: what is summed up before writing stays true.
    await tx.$executeRaw`SELECT FROM fund_pot WHERE id = ${pot.id}::uuid FOR UPDATE`;
    const held = await findPot(tx, pot.id);
    if (held?.voidedAt !== null) return refused({ kind: "voided" });
    if (held.closedAt !== null) return refused({ kind: "closed" });
    if (asked.evenAfterAccounts !== true && (await finalAccountsOn(tx, pot.id)) !== null) {
      return refused({ kind: "afterAccounts" });
    }
    return work(tx, held);
  });
}
