import type { Actor } from "~/domain/access/actor";
import type { ProviderForm } from "~/domain/training/provider";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface ProviderRecord {
  readonly id: string;
  readonly countyCode: string;
  readonly name: string;
  readonly creditCode: string;
  readonly version: number;
}

/** The provider, or null when it lies outside the transaction's scope. */
export function findProvider(tx: Tx, id: string): Promise<ProviderRecord | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return tx.trainingProvider.findUnique({
    where: { id },
    select: { id: true, countyCode: true, name: true, creditCode: true, version: true },
  });
}

/** False when the county has a provider of this credit code already. */
export async function saveProvider(
  tx: Tx,
  provider: ProviderForm & { readonly id: string; readonly countyCode: string },
  actor: Actor,
  now: Date,
): Promise<boolean> {
  const { licenceTo, ...facts } = provider;
  const stamp = { createdBy: actor.userId, createdAt: now };
  const { count } = await tx.trainingProvider.createMany({
    data: [{ ...facts, ...stamp, licenceTo: dayOrNull(licenceTo) }],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function hasSameCode(
  tx: Tx,
  { id, countyCode }: ProviderRecord,
  creditCode: string,
): Promise<boolean> {
  const where = { countyCode, creditCode, id: { not: id } };
  return (await tx.trainingProvider.count({ where })) > 0;
}

/** False when somebody else came first. */
export async function changeProvider(
  tx: Tx,
  provider: ProviderRecord,
  { licenceTo, ...facts }: ProviderForm,
): Promise<boolean> {
  const { count } = await tx.trainingProvider.updateMany({
    where: { id: provider.id, version: provider.version },
    data: { ...facts, licenceTo: dayOrNull(licenceTo), version: { increment: 1 } },
  });
  return count === 1;
}

export function leaveProviderTrail(
  tx: Tx,
  actor: Actor,
  provider: Pick<ProviderRecord, "id" | "countyCode" | "name">,
  action: string,
  now: Date,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { userId: actorId, name: actorName } = actor;
  return leaveTrail(tx, {
    ...{ at: now, actorId, actorName, action },
    subjectKind: "trainingProvider",
    subjectId: provider.id,
    countyCode: provider.countyCode,
    detail: { name: provider.name, ...detail },
  });
}

function dayOrNull(day: string | null): Date | null {
  return day === null ? null : new Date(day);
}
