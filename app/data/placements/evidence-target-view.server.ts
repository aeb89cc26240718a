import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { MOST_PROVED_AT_ONCE } from "~/domain/placements/evidence";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findPlacementsToProve, type ProvedPlacement } from "./evidence-store.server";

/** The lines that one file is to prove; null when one of them is none of the actor's, or none is chosen. */
export function viewEvidenceTargets(
  actor: Actor,
  ids: readonly string[],
  on: string,
): Promise<readonly ProvedPlacement[] | null> {
  const wanted = [...new Set(ids)].slice(0, MOST_PROVED_AT_ONCE);
  return inTransaction(actor, async (tx) => {
    const found = await findPlacementsToProve(tx, wanted);
    const isAll = found.length === wanted.length;
    const mayWrite = found.every(({ countyCode }) => may(actor, "placement.write", countyCode, on));
    return isAll && mayWrite ? found : null;
  });
}
