import type { Actor } from "~/domain/access/actor";
import type { WorkshopForm } from "~/domain/employers/workshop";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import type { TrailSubject } from "./work-trail.server";

export interface WorkshopRecord extends TrailSubject {
  readonly kind: "workshop";
  readonly employerId: string;
  readonly documentNumber: string;
  readonly recognisedOn: string;
  readonly withdrawnOn: string | null;
  readonly version: number;
}

/** The workshop, or null when it lies outside the transaction's scope. */
export async function findWorkshop(tx: Tx, id: string): Promise<WorkshopRecord | null> {
  if (!isUuid(id)) return null;
  const one = await tx.povertyWorkshop.findUnique({
    where: { id },
    select: {
      ...{ countyCode: true, employerId: true, name: true, version: true },
      ...{ documentNumber: true, recognisedOn: true, withdrawnOn: true },
    },
  });
  if (one === null) return null;
  const { countyCode, employerId, version } = one;
  return {
    ...{ kind: "workshop", id, countyCode, employerId, label: one.name, version },
    documentNumber: one.documentNumber,
    recognisedOn: one.recognisedOn.toISOString().slice(0, 10),
    withdrawnOn: one.withdrawnOn?.toISOString().slice(0, 10) ?? null,
  };
}

export async function saveWorkshop(
  tx: Tx,
  workshop: WorkshopForm & {
    readonly id: string;
    readonly countyCode: string;
    readonly employerId: string;
  },
  actor: Actor,
  now: Date,
): Promise<void> {
  const { id, countyCode, employerId, ...form } = workshop;
  const stamp = { createdBy: actor.userId, createdAt: now };
  const data = { id, countyCode, employerId, ...columnsOf(form), ...stamp };
  await tx.povertyWorkshop.create({ data });
}

/** False when somebody else came first. */
export async function changeWorkshop(
  tx: Tx,
  { id, version }: WorkshopRecord,
  change: WorkshopForm | { readonly withdrawnOn: string; readonly reason: string },
): Promise<boolean> {
  const columns =
    "reason" in change
      ? { withdrawnOn: new Date(change.withdrawnOn), withdrawnReason: change.reason }
      : columnsOf(change);
  const { count } = await tx.povertyWorkshop.updateMany({
    where: { id, version, withdrawnOn: null },
    data: { ...columns, version: { increment: 1 } },
  });
  return count === 1;
}

/** Whether the county itself, or one of its townships or villages, has the code. */
export async function isPlaceOf(tx: Tx, countyCode: string, code: string): Promise<boolean> {
  if (code === countyCode) return true;
  return (await tx.region.count({ where: { code, countyCode } })) > 0;
}

function columnsOf({ recognisedOn, validTo, ...form }: WorkshopForm) {
  return {
    ...form,
    recognisedOn: new Date(recognisedOn),
    validTo: validTo === null ? null : new Date(validTo),
  };
}
