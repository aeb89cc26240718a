import { valuesOfPack } from "~/domain/rules/pack";
import type { ParameterId } from "~/domain/rules/parameter";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";
import type { PackRecord } from "./pack-store.server";

/** The parameters of which the area has a standing value from the very day the pack wants to set. */
export async function valuesInTheWay(tx: Tx, { pack }: PackRecord): Promise<ParameterId[]> {
  const rows = await tx.parameterValue.findMany({
    where: {
      regionCode: pack.regionCode,
      withdrawnAt: null,
      OR: pack.values.map(({ parameter, fromOn }) => ({ parameter, fromOn: new Date(fromOn) })),
    },
    select: { parameter: true },
  });
  const taken = new Set(rows.map(({ parameter }) => parameter));
  return [...new Set(pack.values.map(({ parameter }) => parameter))].filter((id) => taken.has(id));
}

/** Puts the pack's values into the series of its area, in the name of who brought it. */
export async function enforcePack(tx: Tx, record: PackRecord, now: Date): Promise<void> {
  const { id, importedBy, importedByName } = record;
  await tx.parameterValue.createMany({
    data: valuesOfPack(record.pack, id).map(({ fromOn, toOn, ...value }) => ({
      ...{ ...value, id: newId(), fromOn: new Date(fromOn) },
      toOn: toOn === null ? null : new Date(toOn),
      ...{ enteredBy: importedBy, enteredByName: importedByName, enteredAt: now },
    })),
  });
}

/** Takes its values out of force; the rows stay, marked. */
export async function withdrawPackValues(tx: Tx, packId: string, now: Date): Promise<number> {
  const { count } = await tx.parameterValue.updateMany({
    where: { packId, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  return count;
}
