import type { ImportLayoutId } from "~/domain/rosters/import-layout";
import type { Prisma, Tx } from "~/platform/prisma/client.server";

/** Remembers how a county's own spelling of the headers was matched. */
export async function saveColumnMemory(
  tx: Tx,
  memory: {
    readonly countyCode: string;
    readonly layout: ImportLayoutId;
    readonly signature: string;
    readonly columns: Readonly<Partial<Record<string, number>>>;
    readonly savedBy: string;
    readonly savedAt: Date;
  },
): Promise<void> {
  const { countyCode, layout, signature, columns, savedBy, savedAt } = memory;
  const key = { countyCode, layout, signature };
  const value = { columns: columns as Prisma.InputJsonObject, savedBy, savedAt };
  await tx.columnMemory.upsert({
    where: { countyCode_layout_signature: key },
    create: { ...key, ...value },
    update: value,
  });
}
