import { maskBankAccount, type BankAccount } from "~/domain/people/bank-account";
import { bankCardIndex } from "~/platform/crypto/blind-index.server";
import { openText, sealText } from "~/platform/crypto/field-cipher.server";
import { newId } from "~/platform/id.server";
import { platform } from "~/platform/platform.server";
import type { Tx } from "~/platform/prisma/client.server";

/** An account that a person's money goes to; its number is opened by `openAccount` alone. */
export interface PayeeAccount {
  readonly id: string;
  readonly personId: string;
  readonly holderName: string;
  readonly bankName: string;
  readonly accountIndex: Uint8Array;
  readonly accountSealed: Uint8Array;
  readonly recordedBy: string;
  readonly recordedByName: string;
  readonly recordedAt: Date;
  readonly vouchedByName: string;
  /** A reviewer has seen that it is the person's, though another's pay once went there. */
  readonly vouchedAt: Date | null;
}

/** The accounts that stand for these people, by person. */
export async function findPayeeAccounts(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, PayeeAccount>> {
  const rows = await tx.payeeAccount.findMany({
    where: { personId: { in: [...personIds] }, replacedAt: null },
  });
  return new Map(rows.map((row) => [row.personId, row]));
}

/** The new account takes the place of the one that stood, which is kept. Answers its id. */
export async function savePayeeAccount(
  tx: Tx,
  one: {
    readonly personId: string;
    readonly countyCode: string;
    readonly holderName: string;
    readonly bankName: string;
    readonly account: BankAccount;
  },
  by: { readonly userId: string; readonly name: string; readonly now: Date },
): Promise<string> {
  const { account, ...row } = one;
  const { keyRing } = platform();
  await tx.payeeAccount.updateMany({
    where: { personId: one.personId, replacedAt: null },
    data: { replacedAt: by.now },
  });
  const id = newId();
  await tx.payeeAccount.create({
    data: {
      ...row,
      id,
      accountIndex: new Uint8Array(bankCardIndex(keyRing, account)),
      accountSealed: new Uint8Array(sealText(keyRing, account, contextOf(id))),
      ...{ recordedBy: by.userId, recordedByName: by.name, recordedAt: by.now },
    },
  });
  return id;
}

/** The number in full: for the bank's file, and for who asks with a trail. */
export function openAccount({
  id,
  accountSealed,
}: Pick<PayeeAccount, "id" | "accountSealed">): BankAccount {
  return openText(platform().keyRing, accountSealed, contextOf(id)) as BankAccount;
}

export function maskedAccount(one: Pick<PayeeAccount, "id" | "accountSealed">): string {
  return maskBankAccount(openAccount(one));
}

/** A reviewer's word that the account is the person's own. */
export async function vouchForAccount(
  tx: Tx,
  id: string,
  note: string,
  by: { readonly userId: string; readonly name: string; readonly now: Date },
): Promise<void> {
  await tx.payeeAccount.update({
    where: { id },
    data: {
      ...{ vouchedBy: by.userId, vouchedByName: by.name, vouchedAt: by.now, vouchNote: note },
    },
  });
}

/** Other people of any county on an account. */
export interface AccountSharing {
  /** Whose money goes there, or went there and no reviewer has cleared it up. */
  readonly others: number;
  /** Of them, those for whom it stands now. */
  readonly standing: number;
}

export async function othersOnAccount(
  tx: Tx,
  { accountIndex, personId }: Pick<PayeeAccount, "accountIndex" | "personId">,
): Promise<AccountSharing> {
  const rows = await tx.$queryRaw<AccountSharing[]>`
    SELECT others, standing FROM account_shared(ARRAY[${Buffer.from(accountIndex)}]::bytea[], ARRAY[${personId}]::uuid[])`;
  return rows[0] ?? { others: 0, standing: 0 };
}

/** As `sealing-context.server` has it for the rotation of keys. */
const contextOf = (id: string) => `account:${id}`;
