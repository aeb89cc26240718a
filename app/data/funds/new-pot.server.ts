import type { Tx } from "~/platform/prisma/client.server";
import type { By } from "./fund-entry-store.server";
import type { PotFacts } from "./pot-store.server";

/** Sets a pot up: of a cell, or of what an earlier one left, which is locked. */
export async function savePot(
  tx: Tx,
  one: {
    readonly id: string;
    readonly facts: PotFacts;
    readonly cellId: string | null;
    readonly carriedFromId: string | null;
  },
  by: By,
): Promise<void> {
  const { facts, ...rest } = one;
  const letter = facts.letterReceivedOn;
  await tx.fundPot.create({
    data: {
      ...{ ...facts, ...rest, isLocked: rest.carriedFromId !== null },
      letterReceivedOn: letter === null ? null : new Date(letter),
      ...{ amountFen: BigInt(facts.amountFen), plannedFen: BigInt(facts.plannedFen) },
      ...{ createdBy: by.userId, createdByName: by.name, createdAt: by.now },
    },
  });
}
