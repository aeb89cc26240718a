import type { Actor } from "~/domain/access/actor";
import { may, narrowedTo } from "~/domain/access/policy";
import { findLabourBatch } from "~/data/employers/labour-batch-store.server";
import { listPlacedPeople, type PlacedPeople } from "~/data/employers/placed-people-view.server";
import { fullRegionName } from "~/data/regions/region-name-view.server";
import { workplaceName } from "~/data/placements/workplace-name.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface LabourBatchPage {
  readonly id: string;
  readonly name: string;
  readonly countyCode: string;
  readonly countyName: string;
  readonly intermediary: { readonly id: string; readonly name: string };
  readonly organisedOn: string;
  readonly workplaceCode: string | null;
  readonly workplaceName: string | null;
  readonly note: string;
  readonly version: number;
  readonly people: PlacedPeople;
  readonly mayChange: boolean;
}

/** One batch with its people; null when the actor may not read it. */
export function viewLabourBatch(
  actor: Actor,
  id: string,
  wanted: { readonly page: number; readonly size: number },
  on: string,
): Promise<LabourBatchPage | null> {
  return inTransaction(narrowedTo(actor, "placement.read", on), async (tx) => {
    const batch = await findLabourBatch(tx, id);
    if (batch === null) return null;
    const { intermediaryId, countyCode } = batch;
    const { organisedOn, workplaceCode, note } = await tx.labourBatch.findUniqueOrThrow({
      where: { id },
      select: { organisedOn: true, workplaceCode: true, note: true },
    });
    const intermediary = await tx.employer.findUniqueOrThrow({
      where: { id: intermediaryId },
      select: { id: true, name: true },
    });
    return {
      ...{ id, name: batch.name, version: batch.version, countyCode, workplaceCode, note },
      intermediary,
      countyName: fullRegionName(countyCode),
      organisedOn: organisedOn.toISOString().slice(0, 10),
      workplaceName: workplaceCode === null ? null : workplaceName(workplaceCode),
      people: await listPlacedPeople(tx, { batchId: id }, wanted),
      mayChange: may(actor, "placement.write", countyCode, on),
    };
  });
}
