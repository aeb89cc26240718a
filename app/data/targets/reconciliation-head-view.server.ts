import type { Actor } from "~/domain/access/actor";
import type { ReconciliationState } from "~/domain/targets/reconciliation";
import { mayForPair } from "~/domain/targets/reconciliation-access";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { reconciliationLabel } from "./reconciliation-signing-store.server";
import { findReconciliation } from "./reconciliation-store.server";

export interface ReconciliationHead {
  readonly id: string;
  readonly label: string;
  readonly state: ReconciliationState;
  readonly version: number;
  /** Whether the actor speaks for the district. */
  readonly mayEnter: boolean;
}

/** What the pages beside a reconciliation's own need of it; null when it is none of the actor's. */
export function viewReconciliationHead(
  actor: Actor,
  id: string,
  on: string,
): Promise<ReconciliationHead | null> {
  return inTransaction(actor, async (tx) => {
    const one = await findReconciliation(tx, actor, id, on);
    if (one === null) return null;
    const { state, version } = one;
    const mayEnter = mayForPair(actor, "reconciliation.signDistrict", one, on);
    return { id, state, version, mayEnter, label: reconciliationLabel(one) };
  });
}
