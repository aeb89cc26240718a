import { className } from "~/domain/training/training-class";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

/** A class as whoever supervises it or has it verified needs it; days are `YYYY-MM-DD`. */
export interface EvidenceClass {
  readonly id: string;
  readonly countyCode: string;
  readonly label: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly completedOn: string | null;
  /** Who registered the class and who filed it. */
  readonly runBy: readonly string[];
  readonly rosterId: string | null;
  readonly isSealed: boolean;
}

/** The class; null out of scope. */
export async function findEvidenceClass(tx: Tx, id: string): Promise<EvidenceClass | null> {
  if (!isUuid(id)) return null;
  const found = await tx.trainingClass.findUnique({
    where: { id },
    select: {
      ...{ countyCode: true, name: true, term: true, startsOn: true, endsOn: true },
      ...{ completedOn: true, createdBy: true, filedBy: true },
      roster: { select: { id: true, state: true } },
    },
  });
  if (found === null) return null;
  const { countyCode, roster, createdBy, filedBy, completedOn } = found;
  return {
    ...{ id, countyCode, label: className(found) },
    startsOn: found.startsOn.toISOString().slice(0, 10),
    endsOn: found.endsOn.toISOString().slice(0, 10),
    completedOn: completedOn?.toISOString().slice(0, 10) ?? null,
    runBy: filedBy === null ? [createdBy] : [createdBy, filedBy],
    rosterId: roster?.id ?? null,
    isSealed: roster?.state === "sealed",
  };
}

/** The same, held against other writers of the class until the transaction ends. */
export async function lockEvidenceClass(tx: Tx, id: string): Promise<EvidenceClass | null> {
  if (!isUuid(id)) return null;
  await tx.$queryRaw`SELECT 1 FROM training_class WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return findEvidenceClass(tx, id);
}
