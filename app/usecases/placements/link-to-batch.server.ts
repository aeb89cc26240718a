import { findLabourBatch } from "~/data/employers/labour-batch-store.server";
import { findPlacementsToLink, linkToBatch } from "~/data/placements/batch-link-store.server";
import { leavePlacementTrail } from "~/data/placements/placement-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { whyNotLinked, type UnlinkableLines } from "~/domain/placements/batch-lines";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type LinkToBatchRefusal =
  | UnlinkableLines
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "batchUnknown" };

/** Hangs organised lines of one county on a batch of that county; answers how many were not on it yet. */
export function linkPlacementsToBatch(
  actor: Actor,
  asked: { readonly placementIds: readonly string[]; readonly batchId: string },
  now: Date,
): Promise<Outcome<number, LinkToBatchRefusal>> {
  return inTransaction(actor, async (tx) => {
    const lines = await findPlacementsToLink(tx, asked.placementIds, true);
    const isAll = lines.length > 0 && lines.length === new Set(asked.placementIds).size;
    if (!isAll) return refused({ kind: "notFound" });
    const today = dayInChina(now);
    if (lines.some((one) => !may(actor, "placement.write", one.countyCode, today))) {
      return refused({ kind: "forbidden" });
    }
    const batch = await findLabourBatch(tx, asked.batchId);
    const isHere = lines.every(({ countyCode }) => countyCode === batch?.countyCode);
    const refusal = whyNotLinked(lines, batch?.id ?? null);
    if (refusal !== null) return refused(refusal);
    if (batch === null || !isHere) return refused({ kind: "batchUnknown" });
    const loose = lines.filter(({ batchId }) => batchId === null);
    const ids = loose.map(({ id }) => id);
    await linkToBatch(tx, ids, batch.id, now);
    for (const one of loose) {
      const detail = { employer: one.employerName, name: batch.name };
      await leavePlacementTrail(tx, actor, one, { action: "placement.linkBatch", at: now, detail });
    }
    return done(loose.length);
  });
}
