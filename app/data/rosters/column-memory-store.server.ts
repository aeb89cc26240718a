import type { TrainingField } from "~/domain/rosters/layouts/training";
import type { Prisma, Tx } from "~/platform/prisma/client.server";

/** Remembers how a county's own spelling of the headers was matched. */
export async function saveColumnMemory(
  tx: Tx,
  memory: {
    readonly countyCode: string;
    readonly signature: string;
    readonly columns: Partial<Record<TrainingField, number>>;
    readonly savedBy: string;
    readonly savedAt: Date;
  },
): Promise<void> {
  const { countyCode, signature, columns, savedBy, savedAt } = memory;
  const key = { countyCode, layout: "training", signature };
  const value = { columns: columns as Prisma.InputJsonObject, savedBy, savedAt };
  await tx.columnMemory.upsert({
    where: { countyCode_layout_signature: key },
    create: { ...key, ...value },
    update: value,
  });
}
