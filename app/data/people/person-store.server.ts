import { openText } from "~/platform/crypto/field-cipher.server";
import { platform } from "~/platform/platform.server";
import type { Tx } from "~/platform/prisma/client.server";

/** What reveals and searches need of a person in scope. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly countyCode: string;
}

/** The person with this blind index, or null when nobody has it or he is out of scope. */
export async function findPersonByIndex(tx: Tx, idIndex: Uint8Array): Promise<KnownPerson | null> {
  return tx.person.findUnique({
    where: { idIndex: new Uint8Array(idIndex) },
    select: { id: true, name: true, countyCode: true },
  });
}

export interface FullNumbers extends KnownPerson {
  readonly idCardNumber: string;
  readonly phone: string | null;
}

/** The only place that opens a person's numbers in full; leave a trail in the same transaction. */
export async function findFullNumbers(tx: Tx, id: string): Promise<FullNumbers | null> {
  const person = await tx.person.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      countyCode: true,
      idIndex: true,
      idSealed: true,
      phoneSealed: true,
    },
  });
  if (person === null) return null;
  const { idIndex, idSealed, phoneSealed, ...known } = person;
  const numbers = openNumbers({ idIndex, idSealed, phoneSealed });
  return { ...known, ...numbers };
}

/** Opens the sealed columns; views mask what comes out of it before they hand it on. */
export function openNumbers(sealed: {
  readonly idIndex: Uint8Array;
  readonly idSealed: Uint8Array;
  readonly phoneSealed: Uint8Array | null;
}): { idCardNumber: string; phone: string | null } {
  const { keyRing } = platform();
  const hex = Buffer.from(sealed.idIndex).toString("hex");
  return {
    idCardNumber: openText(keyRing, sealed.idSealed, `idNumber:${hex}`),
    phone:
      sealed.phoneSealed === null ? null : openText(keyRing, sealed.phoneSealed, `phone:${hex}`),
  };
}
