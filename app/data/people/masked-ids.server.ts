import { maskIdCardNumber } from "~/domain/shared/masking";
import type { Tx } from "~/platform/prisma/client.server";
import { openNumbers } from "./person-store.server";

/** The masked ID number of each person, by his id. */
export async function maskedIds(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const people = await tx.person.findMany({
    where: { id: { in: [...personIds] } },
    select: { id: true, idIndex: true, idSealed: true },
  });
  return new Map(
    people.map(({ id, ...sealed }) => [
      id,
      maskIdCardNumber(openNumbers({ ...sealed, phoneSealed: null }).idCardNumber),
    ]),
  );
}
