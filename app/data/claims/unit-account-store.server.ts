import { maskBankAccount, type BankAccount } from "~/domain/people/bank-account";
import { openText, sealText } from "~/platform/crypto/field-cipher.server";
import { platform } from "~/platform/platform.server";
import type { Prisma, Tx } from "~/platform/prisma/client.server";

/** The account of the unit a claim pays; its number in full, for the bank's file alone. */
export interface UnitAccount {
  readonly holderName: string;
  readonly bankName: string;
  readonly account: BankAccount;
}

export interface ShownUnitAccount {
  readonly holderName: string;
  readonly bankName: string;
  readonly masked: string;
  readonly byName: string;
  /** Instant, ISO 8601. */
  readonly at: string;
}

const COLUMNS = {
  ...{ id: true, unitHolderName: true, unitBankName: true, unitAccountSealed: true },
  ...{ unitAccountByName: true, unitAccountAt: true },
} as const;

export function unitAccountData(
  batchId: string,
  { holderName, bankName, account }: UnitAccount,
  by: { readonly userId: string; readonly name: string; readonly now: Date },
): Prisma.ClaimBatchUncheckedUpdateInput {
  const sealed = sealText(platform().keyRing, account, contextOf(batchId));
  return {
    ...{ unitHolderName: holderName, unitBankName: bankName },
    unitAccountSealed: new Uint8Array(sealed),
    ...{ unitAccountBy: by.userId, unitAccountByName: by.name, unitAccountAt: by.now },
  };
}

/** Null: none was entered. */
export async function findUnitAccount(tx: Tx, batchId: string): Promise<UnitAccount | null> {
  const row = await tx.claimBatch.findUnique({ where: { id: batchId }, select: COLUMNS });
  if (row === null || row.unitAccountSealed === null) return null;
  const account = opened(batchId, row.unitAccountSealed);
  return { holderName: row.unitHolderName ?? "", bankName: row.unitBankName ?? "", account };
}

/** The same, masked, for a page. */
export async function showUnitAccount(tx: Tx, batchId: string): Promise<ShownUnitAccount | null> {
  const row = await tx.claimBatch.findUnique({ where: { id: batchId }, select: COLUMNS });
  if (row === null || row.unitAccountSealed === null || row.unitAccountAt === null) return null;
  return {
    ...{ holderName: row.unitHolderName ?? "", bankName: row.unitBankName ?? "" },
    masked: maskBankAccount(opened(batchId, row.unitAccountSealed)),
    ...{ byName: row.unitAccountByName, at: row.unitAccountAt.toISOString() },
  };
}

function opened(batchId: string, sealed: Uint8Array): BankAccount {
  return openText(platform().keyRing, sealed, contextOf(batchId)) as BankAccount;
}

/** As `sealing-context.server` has it for the rotation of keys. */
const contextOf = (batchId: string) => `claimUnit:${batchId}`;
