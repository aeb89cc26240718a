import type { Actor } from "~/domain/access/actor";
import type { SuspensionForm } from "~/domain/training/provider";
import type { ProviderRecord } from "~/data/training/provider-store.server";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

export async function saveSuspension(
  tx: Tx,
  provider: ProviderRecord,
  { fromOn, toOn, reason, source }: SuspensionForm,
  actor: Actor,
  now: Date,
): Promise<void> {
  await tx.providerSuspension.create({
    data: {
      ...{ id: newId(), providerId: provider.id, countyCode: provider.countyCode, reason, source },
      fromOn: new Date(fromOn),
      toOn: dayOrNull(toOn),
      recordedBy: actor.userId,
      recordedAt: now,
    },
  });
}

export interface SuspensionRecord {
  readonly id: string;
  readonly fromOn: string;
  readonly toOn: string | null;
}

/** A suspension of this provider, or null. */
export async function findSuspension(
  tx: Tx,
  provider: ProviderRecord,
  id: string,
): Promise<SuspensionRecord | null> {
  if (!isUuid(id)) return null;
  const row = await tx.providerSuspension.findUnique({
    where: { id, providerId: provider.id },
    select: { id: true, fromOn: true, toOn: true },
  });
  if (row === null) return null;
  const toOn = row.toOn?.toISOString().slice(0, 10) ?? null;
  return { id, fromOn: row.fromOn.toISOString().slice(0, 10), toOn };
}

/** The last day of a suspension; false when it was ended otherwise meanwhile. */
export async function endSuspension(
  tx: Tx,
  suspension: SuspensionRecord,
  lastOn: string,
): Promise<boolean> {
  const { count } = await tx.providerSuspension.updateMany({
    where: { id: suspension.id, toOn: dayOrNull(suspension.toOn) },
    data: { toOn: new Date(lastOn) },
  });
  return count === 1;
}

function dayOrNull(day: string | null): Date | null {
  return day === null ? null : new Date(day);
}
