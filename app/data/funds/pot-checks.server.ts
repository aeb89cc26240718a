import type { DatedMoney } from "~/domain/funds/running-balance";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import type { Tx } from "~/platform/prisma/client.server";
import { closureStepsOf } from "./fund-step-store.server";
import { figuresOf } from "./pot-figures.server";
import type { PotRecord } from "./pot-store.server";

// What is looked up of a pot before something is entered; whoever asks holds the pot.

/** The day of the standing final accounts; null: the accounts are open. */
export async function finalAccountsOn(tx: Tx, potId: string): Promise<CalendarDate | null> {
  const steps = await closureStepsOf(tx, potId);
  return steps.find(({ step }) => step === "FINAL_ACCOUNTS")?.doneOn ?? null;
}

/** Whether a standing entry of the pot bears that number; payments of claims bear the bank's. */
export async function isVoucherKnown(
  tx: Tx,
  kind: "receipt" | "expenditure",
  asked: { readonly potId: string; readonly voucherNo: string },
): Promise<boolean> {
  const where = { ...asked, voidedAt: null };
  if (kind === "receipt") return (await tx.fundReceipt.count({ where })) > 0;
  const direct = { claimPaymentId: null, clawbackId: null };
  return (await tx.expenditure.count({ where: { ...where, ...direct } })) > 0;
}

/** What may still come into the pot: no more than it holds, and with its carried-over parts no more than was allocated. */
export async function roomForReceipts(
  tx: Tx,
  { id, amountFen }: Pick<PotRecord, "id" | "amountFen">,
): Promise<Fen> {
  const [row] = await tx.$queryRaw<{ own: bigint; family: bigint; root: bigint }[]>`
    WITH RECURSIVE up AS (SELECT id, carried_from_id FROM fund_pot WHERE id = ${id}::uuid
      UNION ALL SELECT p.id, p.carried_from_id FROM fund_pot p JOIN up ON p.id = up.carried_from_id),
    family AS (SELECT id FROM up WHERE carried_from_id IS NULL
      UNION ALL SELECT p.id FROM fund_pot p JOIN family f ON p.carried_from_id = f.id)
    SELECT coalesce(sum(r.amount_fen) FILTER (WHERE r.pot_id = ${id}::uuid), 0)::bigint AS own,
      coalesce(sum(r.amount_fen), 0)::bigint AS family,
      (SELECT p.amount_fen FROM fund_pot p JOIN up ON up.id = p.id
        WHERE up.carried_from_id IS NULL) AS root
    FROM fund_receipt r JOIN family f ON f.id = r.pot_id WHERE r.voided_at IS NULL`;
  const { own = 0n, family = 0n, root = BigInt(amountFen) } = row ?? {};
  return fen(Math.max(0, Math.min(amountFen - Number(own), Number(root - family))));
}

/**
 * What came and what went, day by day: standing receipts, spending reviewed or not, and what was carried over, which
 * leaves on the last day of the pot's year.
 */
export async function datedMoney(
  tx: Tx,
  { id, year }: Pick<PotRecord, "id" | "year">,
): Promise<readonly DatedMoney[]> {
  const moved = (await figuresOf(tx, [id])).get(id);
  const spent = await tx.expenditure.findMany({
    where: { potId: id, voidedAt: null },
    select: { spentOn: true, amountFen: true },
  });
  const came = [...(moved?.receipts ?? []), ...(moved?.carriedIn ?? [])];
  return [
    ...came.map(({ receivedOn, amountFen }) => ({
      on: receivedOn,
      cameFen: amountFen,
      goneFen: 0,
    })),
    ...spent.map(({ spentOn, amountFen }) => ({
      ...{ on: day(spentOn.toISOString().slice(0, 10)), cameFen: 0, goneFen: Number(amountFen) },
    })),
    { on: day(`${year}-12-31`), cameFen: 0, goneFen: moved?.carriedOutFen ?? 0 },
  ];
}

/** Changes of the pot that were filed or wait to be. */
export async function filedOf(tx: Tx, potId: string): Promise<Fen> {
  const { _sum } = await tx.fundAdjustment.aggregate({
    where: { potId, kind: "FILING", state: { in: ["submitted", "filed"] } },
    _sum: { amountFen: true },
  });
  return fen(Number(_sum.amountFen ?? 0n));
}
