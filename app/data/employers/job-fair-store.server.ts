import type { Actor } from "~/domain/access/actor";
import type { FairEmployerForm, JobFairForm } from "~/domain/employers/job-fair";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import type { TrailSubject } from "./work-trail.server";

export interface FairRecord extends TrailSubject {
  readonly kind: "jobFair";
  /** Days, `YYYY-MM-DD`. */
  readonly heldOn: string;
  readonly heldTo: string | null;
  readonly isRemoved: boolean;
  readonly version: number;
}

/** The fair, removed or not; null when it lies outside the transaction's scope. */
export async function findFair(tx: Tx, id: string): Promise<FairRecord | null> {
  if (!isUuid(id)) return null;
  const one = await tx.jobFair.findUnique({
    where: { id },
    select: {
      ...{ id: true, countyCode: true, name: true, heldOn: true, heldTo: true },
      ...{ removedAt: true, version: true },
    },
  });
  if (one === null) return null;
  return {
    ...{ kind: "jobFair", id, countyCode: one.countyCode, label: one.name, version: one.version },
    heldOn: one.heldOn.toISOString().slice(0, 10),
    heldTo: one.heldTo?.toISOString().slice(0, 10) ?? null,
    isRemoved: one.removedAt !== null,
  };
}

export async function saveFair(
  tx: Tx,
  fair: JobFairForm & { readonly id: string; readonly countyCode: string },
  actor: Actor,
  now: Date,
): Promise<void> {
  const { id, countyCode, ...form } = fair;
  const stamp = { createdBy: actor.userId, createdAt: now };
  await tx.jobFair.create({ data: { id, countyCode, ...columnsOf(form), ...stamp } });
}

/** False when somebody else came first. */
export async function changeFair(
  tx: Tx,
  { id, version }: FairRecord,
  change: JobFairForm | { readonly removedReason: string; readonly now: Date },
): Promise<boolean> {
  const columns =
    "removedReason" in change
      ? { removedReason: change.removedReason, removedAt: change.now }
      : columnsOf(change);
  const { count } = await tx.jobFair.updateMany({
    where: { id, version, removedAt: null },
    data: { ...columns, version: { increment: 1 } },
  });
  return count === 1;
}

/** Whether the district and the county are paired on any day between these two. */
export async function isPaired(
  tx: Tx,
  pair: { readonly countyCode: string; readonly districtCode: string },
  days: { readonly from: string; readonly to: string },
): Promise<boolean> {
  const found = await tx.pairing.count({
    where: {
      ...pair,
      fromOn: { lte: new Date(days.to) },
      OR: [{ toOn: null }, { toOn: { gte: new Date(days.from) } }],
    },
  });
  return found > 0;
}

/** One row for an employer at a fair; what it offers replaces what stood. */
export async function putFairEmployer(
  tx: Tx,
  fair: FairRecord,
  employerId: string,
  offer: FairEmployerForm,
): Promise<void> {
  const fairId = fair.id;
  await tx.jobFairEmployer.upsert({
    where: { fairId_employerId: { fairId, employerId } },
    create: { fairId, employerId, countyCode: fair.countyCode, ...offer },
    update: offer,
  });
}

/** False when it was not there. */
export async function takeOffFairEmployer(
  tx: Tx,
  fairId: string,
  employerId: string,
): Promise<boolean> {
  if (!isUuid(employerId)) return false;
  const { count } = await tx.jobFairEmployer.deleteMany({ where: { fairId, employerId } });
  return count === 1;
}

export async function isAtFair(tx: Tx, fairId: string, employerId: string): Promise<boolean> {
  return (
    isUuid(employerId) && (await tx.jobFairEmployer.count({ where: { fairId, employerId } })) > 0
  );
}

function columnsOf({ heldOn, heldTo, ...form }: JobFairForm) {
  return {
    ...form,
    heldOn: new Date(heldOn),
    heldTo: heldTo === null ? null : new Date(heldTo),
  };
}
