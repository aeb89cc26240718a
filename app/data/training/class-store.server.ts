import type { TrainingClassForm } from "~/domain/training/training-class";
import type { Tx } from "~/platform/prisma/client.server";

export interface NewClass extends TrainingClassForm {
  readonly id: string;
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** False when the county has a class of this name, term and first day already. */
export async function saveClass(tx: Tx, one: NewClass): Promise<boolean> {
  const startsOn = new Date(one.startsOn);
  const endsOn = new Date(one.endsOn);
  const { count } = await tx.trainingClass.createMany({
    data: [{ ...one, startsOn, endsOn }],
    skipDuplicates: true,
  });
  return count === 1;
}
