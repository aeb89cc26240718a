import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import { EXPENDITURE_CATEGORY_LABELS, type ExpenditureCategory } from "~/domain/funds/pot";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen, yuanText } from "~/domain/shared/fen";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import type { EntryKind } from "./fund-entry-store.server";

/** An entry of a pot, told in lines, with what became of it. */
export interface EntryPage {
  readonly id: string;
  readonly kind: EntryKind;
  readonly amount: string;
  readonly facts: readonly { readonly term: string; readonly detail: string }[];
  readonly file: { readonly id: string; readonly name: string } | null;
  readonly recordedBy: string;
  readonly recordedByName: string;
  /** Instants, ISO 8601. */
  readonly recordedAt: string;
  readonly reviewed: { readonly name: string; readonly at: string } | null;
  /** The claim that was paid; null: no payment of claims. */
  readonly claimBatchId: string | null;
  /** The claw-back by which money came back; null: none did. */
  readonly clawbackId: string | null;
  readonly voided: { readonly reason: string; readonly at: string } | null;
}

interface Written {
  readonly id: string;
  readonly recordedBy: string;
  readonly recordedByName: string;
  readonly recordedAt: Date;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
  readonly fileId?: string | null;
  readonly fileName?: string;
}

/** The entry of that pot; null where there is none, and out of scope. */
export function viewEntry(
  actor: Actor,
  asked: { readonly potId: string; readonly kind: EntryKind; readonly id: string },
  today: CalendarDate,
): Promise<EntryPage | null> {
  if (!isUuid(asked.id)) return Promise.resolve(null);
  return inTransaction(narrowedTo(actor, "fund.read", today), (tx) => {
    const where = { id: asked.id, potId: asked.potId };
    switch (asked.kind) {
      case "receipt":
        return receipt(tx, where);
      case "expenditure":
        return expenditure(tx, where);
      case "progress":
        return progress(tx, where);
    }
  });
}

type Where = { readonly id: string; readonly potId: string };

async function receipt(tx: Tx, where: Where): Promise<EntryPage | null> {
  const row = await tx.fundReceipt.findFirst({ where });
  if (row === null) return null;
  const letter = row.letterReceivedOn === null ? "未登记" : text(row.letterReceivedOn);
  const facts = [
    { term: "拨款单位", detail: row.fromUnit },
    { term: "接函日期", detail: letter },
    { term: "到账日期", detail: text(row.receivedOn) },
    { term: "凭证号", detail: row.voucherNo },
    { term: "说明", detail: row.note },
  ];
  return entry("receipt", row, row.amountFen, facts);
}

async function expenditure(tx: Tx, where: Where): Promise<EntryPage | null> {
  const row = await tx.expenditure.findFirst({ where });
  if (row === null) return null;
  const facts = [
    { term: "用途", detail: EXPENDITURE_CATEGORY_LABELS[row.category as ExpenditureCategory] },
    { term: "支出事由", detail: row.purpose },
    { term: row.clawbackId === null ? "收款单位" : "退款人", detail: row.payee },
    { term: "直接支出理由", detail: row.reason },
    { term: "支出日期", detail: text(row.spentOn) },
    { term: "凭证号", detail: row.voucherNo },
  ];
  const payment =
    row.claimPaymentId === null
      ? null
      : await tx.claimPayment.findUnique({
          where: { id: row.claimPaymentId },
          select: { batchId: true },
        });
  const { reviewedAt: at, reviewedByName } = row;
  return {
    ...entry("expenditure", row, row.amountFen, facts),
    reviewed: at === null ? null : { name: reviewedByName ?? "", at: at.toISOString() },
    ...{ claimBatchId: payment?.batchId ?? null, clawbackId: row.clawbackId },
  };
}

async function progress(tx: Tx, where: Where): Promise<EntryPage | null> {
  const row = await tx.investmentProgress.findFirst({ where });
  if (row === null) return null;
  const facts = [
    { term: "截止日期", detail: text(row.asOf) },
    { term: "依据", detail: row.basis },
  ];
  return entry("progress", row, row.completedFen, facts);
}

function entry(
  kind: EntryKind,
  row: Written,
  amount: bigint,
  facts: EntryPage["facts"],
): EntryPage {
  const { id, recordedBy, recordedByName, recordedAt, voidedAt, voidReason, fileId = null } = row;
  return {
    ...{ id, kind, recordedBy, recordedByName, recordedAt: recordedAt.toISOString() },
    ...{
      amount: yuanText(fen(Number(amount))),
      facts: facts.filter(({ detail }) => detail !== ""),
    },
    file: fileId === null ? null : { id: fileId, name: row.fileName ?? "" },
    ...{ reviewed: null, claimBatchId: null, clawbackId: null },
    voided: voidedAt === null ? null : { reason: voidReason ?? "", at: voidedAt.toISOString() },
  };
}

const text = (at: Date): string => at.toISOString().slice(0, 10);
