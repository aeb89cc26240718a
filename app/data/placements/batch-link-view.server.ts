import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import {
  MOST_LINKED_AT_ONCE,
  whyNotLinked,
  type UnlinkableLines,
} from "~/domain/placements/batch-lines";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findPlacementsToLink, type LinkedPlacement } from "./batch-link-store.server";
import { listPlacementChoices, type PlacementChoices } from "./filing-choices-view.server";

export interface BatchLinkPage {
  readonly targets: readonly LinkedPlacement[];
  readonly batches: PlacementChoices["batches"];
  /** Known before a batch is chosen. */
  readonly refusal: UnlinkableLines | null;
}

/** The lines chosen for a batch, and the batches of their county; null when one of them is none of the actor's. */
export async function viewBatchLink(
  actor: Actor,
  ids: readonly string[],
  on: string,
): Promise<BatchLinkPage | null> {
  const wanted = [...new Set(ids)].slice(0, MOST_LINKED_AT_ONCE);
  const targets = await inTransaction(actor, (tx) => findPlacementsToLink(tx, wanted));
  const mayWrite = targets.every(({ countyCode }) => may(actor, "placement.write", countyCode, on));
  if (targets.length !== wanted.length || !mayWrite) return null;
  const counties = [...new Set(targets.map(({ countyCode }) => countyCode))];
  const { batches } = await listPlacementChoices(actor, counties);
  return { targets, batches, refusal: whyNotLinked(targets, null) };
}
