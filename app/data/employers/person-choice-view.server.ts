import type { Actor } from "~/domain/access/actor";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { openNumbers } from "~/data/people/person-store.server";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

/** A person chosen for a form, masked. */
export interface PersonChoice {
  readonly id: string;
  readonly name: string;
  readonly maskedId: string;
  readonly countyCode: string;
  readonly countyName: string;
}

/** Null when there is none in scope. */
export function findPersonChoice(actor: Actor, id: string): Promise<PersonChoice | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const person = await tx.person.findUnique({ where: { id } });
    if (person === null) return null;
    const { name, countyCode } = person;
    const maskedId = maskIdCardNumber(openNumbers(person).idCardNumber);
    return { id, name, maskedId, countyCode, countyName: regionName(countyCode) ?? countyCode };
  });
}
