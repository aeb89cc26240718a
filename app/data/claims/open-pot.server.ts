import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

/** Pots of the county that claims may be drawn on: standing, not closed, freed if they were carried over. */
export const openPotsOf = (countyCode: string) => ({
  ...{ regionCode: countyCode, voidedAt: null, closedAt: null, isLocked: false },
});

export async function isOpenPot(tx: Tx, countyCode: string, id: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  return (await tx.fundPot.count({ where: { ...openPotsOf(countyCode), id } })) > 0;
}
