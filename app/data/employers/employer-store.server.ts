import { licenceColumns } from "./licence.server";
import { contextOf } from "~/data/access/sealing-context.server";
import { registeringRegion, type EmployerKind } from "~/domain/employers/employer";
import type { Licence } from "~/domain/employers/licence";
import { openText, sealText } from "~/platform/crypto/field-cipher.server";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import { platform } from "~/platform/platform.server";
import type { Tx } from "~/platform/prisma/client.server";

/**
 * Everybody reads every business, but a household without a code only where it was entered or the reader's own people
 * work (a policy of the database); only the region that entered it changes it.
 */
export interface EmployerRecord {
  readonly id: string;
  readonly ownerCode: string;
  readonly creditCode: string | null;
  readonly name: string;
  readonly kind: EmployerKind;
  readonly version: number;
}

/** What is known of an employer; `creditCode` is sound (domain/shared/credit-code) or null. */
export interface EmployerFacts {
  readonly creditCode: string | null;
  readonly name: string;
  readonly kind: EmployerKind;
  readonly address?: string;
  readonly contactName?: string;
  /** In clear; null leaves what stands, empty takes it away. */
  readonly contactPhone?: string | null;
  /** Null takes it away. */
  readonly licence?: Licence | null;
}

const FACTS = {
  ...{ id: true, ownerCode: true, creditCode: true, name: true, kind: true, version: true },
} as const;

export async function findEmployer(tx: Tx, id: string): Promise<EmployerRecord | null> {
  if (!isUuid(id)) return null;
  return asRecord(await tx.employer.findUnique({ where: { id }, select: FACTS }));
}

export async function findEmployerByCode(
  tx: Tx,
  creditCode: string,
): Promise<EmployerRecord | null> {
  return asRecord(await tx.employer.findUnique({ where: { creditCode }, select: FACTS }));
}

/**
 * Whom a name without a code means in a county: the one that the county itself has entered without a code, else the
 * one registered employer of that name; `ambiguous` when several are. Imports go by the same (EMPLOYER_OF_ROW).
 */
export async function findEmployerByName(
  tx: Tx,
  name: string,
  ownerCode: string,
): Promise<EmployerRecord | "ambiguous" | null> {
  const own = { name, ownerCode, creditCode: null };
  const entered = asRecord(await tx.employer.findFirst({ where: own, select: FACTS }));
  if (entered !== null) return entered;
  const registered = { where: { name, creditCode: { not: null } }, select: FACTS, take: 2 };
  const [only, another] = await tx.employer.findMany(registered);
  return another === undefined ? asRecord(only ?? null) : "ambiguous";
}

/**
 * The employer of this code (without a code: of this name, as the region entered it), added when there
 * is none; two who add the same at once get the same. What stands is not changed.
 */
export async function addEmployer(
  tx: Tx,
  facts: EmployerFacts & { readonly ownerCode: string },
  by: { readonly userId: string; readonly now: Date },
): Promise<{ readonly employer: EmployerRecord; readonly added: boolean }> {
  const { ownerCode, creditCode, name } = facts;
  const id = newId();
  const stamp = { createdBy: by.userId, createdAt: by.now };
  const { count } = await tx.employer.createMany({
    data: [{ ...columnsOf(facts, id), id, ownerCode, ...stamp }],
    skipDuplicates: true,
  });
  const stored = await tx.employer.findFirst({
    where: creditCode === null ? { ownerCode, name, creditCode: null } : { creditCode },
    select: FACTS,
  });
  const employer = asRecord(stored);
  if (employer === null) throw new Error("an employer that was just added is not there");
  return { employer, added: count === 1 };
}

export type EmployerChange = "changed" | "changedByOthers" | "duplicate";

/** `duplicate`: another employer has the code (or, without one, the name) already. */
export async function changeEmployer(
  tx: Tx,
  employer: EmployerRecord,
  facts: EmployerFacts,
): Promise<EmployerChange> {
  const { id, ownerCode, version } = employer;
  const { creditCode, name } = facts;
  const same = creditCode === null ? { ownerCode, name, creditCode: null } : { creditCode };
  if ((await tx.employer.count({ where: { ...same, id: { not: id } } })) > 0) return "duplicate";
  const { count } = await tx.employer.updateMany({
    where: { id, version },
    data: { ...columnsOf(facts, id), version: { increment: 1 } },
  });
  return count === 1 ? "changed" : "changedByOthers";
}

/** The contact's phone in full, null where none is known; leave a trail in the same transaction. */
export async function findContactPhone(tx: Tx, id: string): Promise<string | null> {
  const found = await tx.employer.findUnique({
    where: { id },
    select: { contactPhoneSealed: true },
  });
  const sealed = found?.contactPhoneSealed ?? null;
  return sealed === null
    ? null
    : openText(platform().keyRing, sealed, contextOf("contact_phone_sealed", [id], null));
}

function columnsOf(facts: EmployerFacts, id: string) {
  const { creditCode, name, kind, address, contactName, contactPhone, licence } = facts;
  return {
    ...{ creditCode, name, kind },
    // Without a code nobody says where it is registered.
    regionCode: creditCode === null ? null : registeringRegion(creditCode),
    ...(address === undefined ? {} : { address }),
    ...(contactName === undefined ? {} : { contactName }),
    ...(contactPhone == null ? {} : { contactPhoneSealed: sealedPhone(contactPhone, id) }),
    ...(licence === undefined ? {} : licenceColumns(licence)),
  };
}

function sealedPhone(phone: string, id: string): Uint8Array<ArrayBuffer> | null {
  if (phone === "") return null;
  return new Uint8Array(
    sealText(platform().keyRing, phone, contextOf("contact_phone_sealed", [id], null)),
  );
}

function asRecord<Row extends { readonly kind: string }>(
  row: Row | null,
): (Omit<Row, "kind"> & { readonly kind: EmployerKind }) | null {
  return row === null ? null : { ...row, kind: row.kind as EmployerKind };
}
