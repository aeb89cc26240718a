import {
  findPayeeAccounts,
  maskedAccount,
  othersOnAccount,
} from "~/data/people/payee-account-store.server";
import { sameName } from "~/domain/people/same-person";
import type { Tx } from "~/platform/prisma/client.server";

/** The account a person's pay goes to, masked, and what is doubtful about it. */
export interface AccountStanding {
  readonly holderName: string;
  readonly bankName: string;
  readonly masked: string;
  readonly recordedByName: string;
  /** Instant, ISO 8601. */
  readonly recordedAt: string;
  /** The holder is somebody else by name. */
  readonly isOthers: boolean;
  /** How many other people's money goes there, in any county. */
  readonly sharedWith: number;
  /** The reviewer who saw that it is the person's; null where none was asked. */
  readonly vouched: { readonly by: string; readonly at: string } | null;
}

/** The account that stands for the person; null when none was entered. */
export async function accountOf(
  tx: Tx,
  person: { readonly personId: string; readonly name: string },
): Promise<AccountStanding | null> {
  const one = (await findPayeeAccounts(tx, [person.personId])).get(person.personId);
  if (one === undefined) return null;
  const { holderName, bankName, recordedByName, recordedAt, vouchedByName, vouchedAt } = one;
  return {
    ...{ holderName, bankName, recordedByName, masked: maskedAccount(one) },
    recordedAt: recordedAt.toISOString(),
    isOthers: !sameName(holderName, person.name),
    sharedWith: (await othersOnAccount(tx, one)).others,
    vouched: vouchedAt === null ? null : { by: vouchedByName, at: vouchedAt.toISOString() },
  };
}
