import type pg from "pg";
import { birthOn, idCardNumber, sexOf } from "~/domain/shared/id-card-number";
import { idCardIndex, phoneIndex } from "~/platform/crypto/blind-index.server";
import { sealText } from "~/platform/crypto/field-cipher.server";
import { newId } from "~/platform/id.server";
import { pinyinInitials } from "~/platform/pinyin.server";
import { platform } from "~/platform/platform.server";

export interface PersonToBuild {
  readonly idNumber: string;
  readonly name: string;
  readonly countyCode: string;
  readonly phone: string;
}

/** A person known to the product, written on the owner's connection; answers the id. */
export async function buildPerson(owner: pg.Client, person: PersonToBuild): Promise<string> {
  const { keyRing } = platform();
  const id = newId();
  const number = idCardNumber(person.idNumber);
  const index = idCardIndex(keyRing, number);
  const hex = index.toString("hex");
  await owner.query(
    `INSERT INTO person (id, county_code, id_index, id_sealed, name, pinyin_initials, sex, born_on,
       ethnicity, address, phone_index, phone_sealed, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '汉族', '共和镇', $9, $10, now(), now())`,
    [
      id,
      person.countyCode,
      index,
      sealText(keyRing, number, `idNumber:${hex}`),
      person.name,
      pinyinInitials(person.name),
      sexOf(number),
      birthOn(number),
      phoneIndex(keyRing, person.phone),
      sealText(keyRing, person.phone, `phone:${hex}`),
    ],
  );
  return id;
}
