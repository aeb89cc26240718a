import type { LabourBatchForm } from "~/domain/employers/labour-batch";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface LabourBatchRecord {
  readonly id: string;
  readonly countyCode: string;
  readonly intermediaryId: string;
  readonly name: string;
  readonly version: number;
}

const FACTS = {
  ...{ id: true, countyCode: true, intermediaryId: true, name: true, version: true },
} as const;

/** The batch, or null when it lies outside the transaction's scope. */
export async function findLabourBatch(tx: Tx, id: string): Promise<LabourBatchRecord | null> {
  return isUuid(id) ? tx.labourBatch.findUnique({ where: { id }, select: FACTS }) : null;
}

/** The new batch's id; null when the county has one of this name already. */
export async function saveLabourBatch(
  tx: Tx,
  batch: LabourBatchForm & { readonly countyCode: string; readonly intermediaryId: string },
  by: { readonly userId: string; readonly now: Date },
): Promise<string | null> {
  const id = newId();
  const { organisedOn, ...rest } = batch;
  const stamp = { createdBy: by.userId, createdAt: by.now };
  const { count } = await tx.labourBatch.createMany({
    data: [{ ...rest, ...stamp, id, organisedOn: new Date(organisedOn) }],
    skipDuplicates: true,
  });
  return count === 1 ? id : null;
}

export type LabourBatchChange = "changed" | "changedByOthers" | "duplicate";

export async function changeLabourBatch(
  tx: Tx,
  { id, countyCode, version }: LabourBatchRecord,
  { organisedOn, ...rest }: LabourBatchForm,
): Promise<LabourBatchChange> {
  const taken = { countyCode, name: rest.name, id: { not: id } };
  if ((await tx.labourBatch.count({ where: taken })) > 0) return "duplicate";
  const { count } = await tx.labourBatch.updateMany({
    where: { id, version },
    data: { ...rest, organisedOn: new Date(organisedOn), version: { increment: 1 } },
  });
  return count === 1 ? "changed" : "changedByOthers";
}
