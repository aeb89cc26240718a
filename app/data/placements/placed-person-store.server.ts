import type { PlacedPerson } from "~/domain/placements/filing";
import { sameName } from "~/domain/people/same-person";
import { asTypedNumber } from "~/domain/people/typed-number";
import { day } from "~/domain/shared/calendar-date";
import { checkName } from "~/domain/shared/person-name";
import { birthOn, sexOf, type IdCardNumber } from "~/domain/shared/id-card-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { checkPhone } from "~/domain/shared/phone-number";
import { idCardIndex, phoneIndex } from "~/platform/crypto/blind-index.server";
import { sealText } from "~/platform/crypto/field-cipher.server";
import { newId } from "~/platform/id.server";
import { pinyinInitials } from "~/platform/pinyin.server";
import { platform } from "~/platform/platform.server";
import type { Tx } from "~/platform/prisma/client.server";
import type { PlacedPersonRecord } from "./placement-store.server";
import { askRegistry } from "./registry-answer.server";

export type PersonRefusal =
  | { readonly kind: "personUnknown" }
  | { readonly kind: "numberWrong" }
  | { readonly kind: "nameWrong" }
  | { readonly kind: "phoneWrong" }
  /** Somebody of that number is known under another name. */
  | { readonly kind: "otherName" }
  /** The registry carries the number under another name. */
  | { readonly kind: "registryOtherName" }
  /** Known to, or registered in, another county: that county keeps the line. */
  | { readonly kind: "otherCounty" };

const SELECT = {
  ...{ id: true, countyCode: true, idIndex: true, name: true, pinyinInitials: true, sex: true },
  bornOn: true,
} as const;

/** The person a placement is about: chosen, found by his number, or entered now. */
export async function settlePerson(
  tx: Tx,
  typed: PlacedPerson,
  startedOn: string,
  now: Date,
): Promise<Outcome<PlacedPersonRecord, PersonRefusal>> {
  if (typed.personId !== null) {
    const chosen = await findPlacedPerson(tx, { id: typed.personId });
    return chosen === null ? refused({ kind: "personUnknown" }) : done(chosen);
  }
  const number = asTypedNumber(typed.idCardNumber);
  if (number === null) return refused({ kind: "numberWrong" });
  const idIndex = new Uint8Array(idCardIndex(platform().keyRing, number));
  const known = await findPlacedPerson(tx, { idIndex });
  if (known !== null) {
    return sameName(known.name, typed.name) ? done(known) : refused({ kind: "otherName" });
  }
  const checked = checkName(typed.name);
  if (checked.value === null) return refused({ kind: "nameWrong" });
  const phone = typed.phone === "" ? null : checkPhone(typed.phone, "text").value;
  if (phone === null && typed.phone !== "") return refused({ kind: "phoneWrong" });
  const { countyCode } = typed;
  const registry = await askRegistry(tx, idIndex, countyCode, startedOn);
  if (registry.countyCode !== null && registry.countyCode !== countyCode) {
    return refused({ kind: "otherCounty" });
  }
  if (registry.name !== null && !sameName(registry.name, checked.value)) {
    return refused({ kind: "registryOtherName" });
  }
  await addPerson(tx, { countyCode, number, name: checked.value, phone }, now);
  // Another county's person is not seen here; his row stands and ours was not written.
  const added = await findPlacedPerson(tx, { idIndex });
  return added === null ? refused({ kind: "otherCounty" }) : done(added);
}

/** Null out of scope, too. */
export async function findPlacedPerson(
  tx: Tx,
  where: { readonly id: string } | { readonly idIndex: Uint8Array<ArrayBuffer> },
): Promise<PlacedPersonRecord | null> {
  const row = await tx.person.findUnique({ where, select: SELECT });
  return row && { ...row, bornOn: day(row.bornOn.toISOString().slice(0, 10)) };
}

interface NewPerson {
  readonly countyCode: string;
  readonly number: IdCardNumber;
  readonly name: string;
  readonly phone: string | null;
}

async function addPerson(tx: Tx, person: NewPerson, now: Date): Promise<void> {
  const { keyRing } = platform();
  const { countyCode, number, name, phone } = person;
  const idIndex = idCardIndex(keyRing, number);
  const hex = idIndex.toString("hex");
  const phones =
    phone === null
      ? {}
      : {
          phoneIndex: new Uint8Array(phoneIndex(keyRing, phone)),
          phoneSealed: new Uint8Array(sealText(keyRing, phone, `phone:${hex}`)),
        };
  await tx.person.createMany({
    data: [
      {
        ...{ id: newId(), countyCode, name, pinyinInitials: pinyinInitials(name), ...phones },
        idIndex: new Uint8Array(idIndex),
        idSealed: new Uint8Array(sealText(keyRing, number, `idNumber:${hex}`)),
        sex: sexOf(number),
        bornOn: new Date(birthOn(number)),
        // Told by the registry or a roster, not on this form.
        ...{ ethnicity: "", address: "", createdAt: now, updatedAt: now },
      },
    ],
    skipDuplicates: true,
  });
}
