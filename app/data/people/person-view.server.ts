import type { Actor } from "~/domain/access/actor";
import type { Verification } from "~/domain/people/verification";
import { readsWholeLine } from "~/domain/placements/reader";
import { ageOn, day, type CalendarDate } from "~/domain/shared/calendar-date";
import { maskIdCardNumber, maskPhone } from "~/domain/shared/masking";
import { SEX_LABELS, type Sex } from "~/domain/shared/sex";
import { verificationIn } from "~/data/registry/verification-view.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import {
  historyOf,
  revealsOf,
  rostersOf,
  type PersonRosterLine,
  type RegistryHistoryLine,
  type RevealLine,
} from "./person-history-view.server";
import { openNumbers } from "./person-store.server";

/** Household, registry, rosters, and who looked at the numbers. */
export interface PersonDetails {
  readonly sex: string;
  /** In whole years. */
  readonly age: number;
  readonly ethnicity: string;
  readonly address: string;
  readonly maskedPhone: string | null;
  readonly today: Verification;
  readonly history: readonly RegistryHistoryLine[];
  readonly rosters: readonly PersonRosterLine[];
  readonly reveals: readonly RevealLine[];
}

export interface PersonPage {
  readonly id: string;
  readonly name: string;
  readonly countyCode: string;
  readonly maskedId: string;
  /** Null for a district officer: he is told of placements and their proof alone (R20). */
  readonly details: PersonDetails | null;
}

/** One person, masked; null when there is none in scope. `on` is the day of "verified today". */
export function viewPerson(actor: Actor, id: string, on: CalendarDate): Promise<PersonPage | null> {
  return inTransaction(actor, async (tx) => {
    const person = await tx.person.findUnique({ where: { id } });
    if (person === null) return null;
    const { name, countyCode } = person;
    const numbers = openNumbers(person);
    return {
      ...{ id, name, countyCode, maskedId: maskIdCardNumber(numbers.idCardNumber) },
      details: readsWholeLine(actor, countyCode, on)
        ? await detailsOf(tx, person, numbers.phone, on)
        : null,
    };
  });
}

type StoredPerson = Awaited<ReturnType<Tx["person"]["findUniqueOrThrow"]>>;

async function detailsOf(
  tx: Tx,
  person: StoredPerson,
  phone: string | null,
  on: CalendarDate,
): Promise<PersonDetails> {
  const { id, idIndex, countyCode, ethnicity, address } = person;
  return {
    sex: SEX_LABELS[person.sex as Sex] ?? person.sex,
    age: ageOn(day(person.bornOn.toISOString().slice(0, 10)), on),
    ...{ ethnicity, address, maskedPhone: phone === null ? null : maskPhone(phone) },
    today: await verificationIn(tx, idIndex, countyCode, on),
    history: await historyOf(tx, idIndex, countyCode),
    rosters: await rostersOf(tx, id),
    reveals: await revealsOf(tx, id),
  };
}
