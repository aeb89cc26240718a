import { saveStoredFile, type ReceivedFile } from "~/data/files/file-store.server";
import type { ExpenditureCategory } from "~/domain/funds/pot";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";
import type { PotRecord } from "./pot-store.server";

export type EntryKind = "receipt" | "expenditure" | "progress";

export interface ReceiptFacts {
  readonly fromUnit: string;
  /** The day the paying side got its letter; null where it is not known. */
  readonly letterReceivedOn: CalendarDate | null;
  readonly receivedOn: CalendarDate;
  readonly amountFen: Fen;
  readonly voucherNo: string;
  readonly note: string;
}

export interface ExpenditureFacts {
  readonly spentOn: CalendarDate;
  readonly amountFen: Fen;
  readonly category: ExpenditureCategory;
  readonly purpose: string;
  readonly payee: string;
  /** Why money of labour transfer goes out beside claims; empty for other money. */
  readonly reason: string;
  readonly voucherNo: string;
}

export interface ProgressFacts {
  readonly asOf: CalendarDate;
  readonly completedFen: Fen;
  /** What the figure rests on. */
  readonly basis: string;
}

export interface EntryRecord {
  readonly id: string;
  /** The day it came, was spent, or tells of. */
  readonly on: CalendarDate;
  readonly amountFen: Fen;
  readonly recordedBy: string;
  readonly isReviewed: boolean;
  /** Made by a payment of claims. */
  readonly isOfClaims: boolean;
  readonly isVoided: boolean;
}

export interface By {
  readonly userId: string;
  readonly name: string;
  readonly now: Date;
}

type Pot = Pick<PotRecord, "id" | "regionCode">;

export async function saveReceipt(
  tx: Tx,
  pot: Pot,
  facts: ReceiptFacts,
  file: ReceivedFile | null,
  by: By,
): Promise<string> {
  const id = newId();
  const { letterReceivedOn, receivedOn, amountFen, ...rest } = facts;
  const letter = letterReceivedOn === null ? null : new Date(letterReceivedOn);
  await tx.fundReceipt.create({
    data: {
      ...{ ...rest, ...stamp(id, pot, by), ...(await saveVoucher(tx, pot, file, by)) },
      ...{ letterReceivedOn: letter, receivedOn: new Date(receivedOn) },
      amountFen: BigInt(amountFen),
    },
  });
  return id;
}

export async function saveExpenditure(
  tx: Tx,
  pot: Pot,
  facts: ExpenditureFacts,
  file: ReceivedFile | null,
  by: By,
): Promise<string> {
  const id = newId();
  const { spentOn, amountFen, ...rest } = facts;
  await tx.expenditure.create({
    data: {
      ...{ ...rest, ...stamp(id, pot, by), ...(await saveVoucher(tx, pot, file, by)) },
      ...{ spentOn: new Date(spentOn), amountFen: BigInt(amountFen) },
    },
  });
  return id;
}

export async function saveProgress(
  tx: Tx,
  pot: Pot,
  facts: ProgressFacts,
  by: By,
): Promise<string> {
  const id = newId();
  const { asOf, completedFen, basis } = facts;
  const figures = { asOf: new Date(asOf), completedFen: BigInt(completedFen), basis };
  await tx.investmentProgress.create({ data: { ...figures, ...stamp(id, pot, by) } });
  return id;
}

/** The entry of that pot; null where there is none. */
export async function findEntry(
  tx: Tx,
  kind: EntryKind,
  { id, potId }: { readonly id: string; readonly potId: string },
): Promise<EntryRecord | null> {
  if (!isUuid(id)) return null;
  const where = { id, potId };
  if (kind === "expenditure") {
    const row = await tx.expenditure.findFirst({ where });
    if (row === null) return null;
    const isOfClaims = row.claimPaymentId !== null || row.clawbackId !== null;
    return entryOf(row, row.spentOn, row.amountFen, {
      isReviewed: row.reviewedAt !== null,
      isOfClaims,
    });
  }
  const neither = { isReviewed: false, isOfClaims: false };
  if (kind === "receipt") {
    const row = await tx.fundReceipt.findFirst({ where });
    return row === null ? null : entryOf(row, row.receivedOn, row.amountFen, neither);
  }
  const row = await tx.investmentProgress.findFirst({ where });
  return row === null ? null : entryOf(row, row.asOf, row.completedFen, neither);
}

function entryOf(
  row: { readonly id: string; readonly recordedBy: string; readonly voidedAt: Date | null },
  at: Date,
  amount: bigint,
  more: Pick<EntryRecord, "isReviewed" | "isOfClaims">,
): EntryRecord {
  const { id, recordedBy, voidedAt } = row;
  const on = day(at.toISOString().slice(0, 10));
  const isVoided = voidedAt !== null;
  return { id, on, recordedBy, isVoided, amountFen: fen(Number(amount)), ...more };
}

/** False when somebody reviewed or voided it first. */
export async function reviewExpenditure(tx: Tx, id: string, by: By): Promise<boolean> {
  const { count } = await tx.expenditure.updateMany({
    where: { id, reviewedAt: null, voidedAt: null },
    data: { reviewedBy: by.userId, reviewedByName: by.name, reviewedAt: by.now },
  });
  return count === 1;
}

/** Takes the entry out of every sum; false when somebody came first. */
export async function voidEntry(
  tx: Tx,
  kind: EntryKind,
  id: string,
  { reason, now }: { readonly reason: string; readonly now: Date },
): Promise<boolean> {
  const args = { where: { id, voidedAt: null }, data: { voidedAt: now, voidReason: reason } };
  if (kind === "receipt") return (await tx.fundReceipt.updateMany(args)).count === 1;
  if (kind === "expenditure") return (await tx.expenditure.updateMany(args)).count === 1;
  return (await tx.investmentProgress.updateMany(args)).count === 1;
}

/** Standing entries, batches and carried-over pots that hang on the pot. */
export async function countPotUses(tx: Tx, potId: string): Promise<number> {
  const where = { potId, voidedAt: null };
  const uses = await Promise.all([
    tx.fundReceipt.count({ where }),
    tx.expenditure.count({ where }),
    tx.investmentProgress.count({ where }),
    tx.closureStep.count({ where }),
    tx.claimBatch.count({ where: { potId } }),
    tx.fundPot.count({ where: { carriedFromId: potId, voidedAt: null } }),
  ]);
  return uses.reduce((sum, count) => sum + count, 0);
}

function stamp(id: string, pot: Pot, by: By) {
  const written = { recordedBy: by.userId, recordedByName: by.name, recordedAt: by.now };
  return { id, potId: pot.id, regionCode: pot.regionCode, ...written };
}

async function saveVoucher(tx: Tx, pot: Pot, file: ReceivedFile | null, by: By) {
  if (file === null) return {};
  const facts = { countyCode: pot.regionCode, purpose: "fundVoucher", actor: by, now: by.now };
  await saveStoredFile(tx, file, facts);
  return { fileId: file.id, fileName: file.fileName };
}
