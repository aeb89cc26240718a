import { oldestOf, type ReceivedMoney } from "~/domain/funds/idle";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import type { Tx } from "~/platform/prisma/client.server";

/** Money that came, with the day its letter did; null where that is not known. */
export interface ReceiptMoney extends ReceivedMoney {
  /** The pot it was entered for. */
  readonly potId: string;
  readonly letterReceivedOn: CalendarDate | null;
}

/** The receipts of a pot as spending and carrying over have divided them. */
export interface DividedReceipts {
  readonly own: readonly ReceiptMoney[];
  readonly carriedIn: readonly ReceiptMoney[];
  readonly carriedOut: readonly ReceiptMoney[];
  readonly lying: readonly ReceiptMoney[];
  /** Came when its rest had gone into later years, and was entered there. */
  readonly cameLaterFen: Fen;
}

interface Member {
  readonly id: string;
  readonly carriedFromId: string | null;
  readonly amountFen: bigint;
  readonly isVoided: boolean;
  readonly spentFen: bigint;
}

/**
 * Divides what came: the oldest is spent first, then the oldest of the rest goes with what is carried over, keeping its
 * days. Each fen is in one pot only, so that neither the rates nor the ageing of any year count it twice or lose it.
 */
export async function dividedReceipts(
  tx: Tx,
  potIds: readonly string[],
): Promise<(potId: string) => DividedReceipts> {
  const members = await familyOf(tx, potIds);
  const rows = await tx.fundReceipt.findMany({
    where: { potId: { in: members.map(({ id }) => id) }, voidedAt: null },
    select: { id: true, potId: true, receivedOn: true, letterReceivedOn: true, amountFen: true },
    orderBy: [{ receivedOn: "asc" }, { id: "asc" }],
  });
  const receipts = rows.map((row): ReceiptMoney => ({
    ...{ id: row.id, potId: row.potId, amountFen: fen(Number(row.amountFen)) },
    receivedOn: toDay(row.receivedOn),
    letterReceivedOn: row.letterReceivedOn === null ? null : toDay(row.letterReceivedOn),
  }));
  const known = new Map<string, DividedReceipts & { readonly to: Map<string, Moved> }>();
  return divide;

  function divide(id: string): DividedReceipts & { readonly to: Map<string, Moved> } {
    const found = known.get(id);
    if (found !== undefined) return found;
    const self = members.find((one) => one.id === id);
    const from = self?.isVoided === false ? self.carriedFromId : null;
    const carriedIn = from === null ? [] : (divide(from).to.get(id) ?? []);
    const own = receipts.filter(({ potId }) => potId === id);
    let rest: Moved = oldestOf([...carriedIn, ...own], fen(Number(self?.spentFen ?? 0n))).rest;
    const to = new Map<string, Moved>();
    for (const child of members.filter((one) => one.carriedFromId === id && !one.isVoided)) {
      const divided = oldestOf(rest, fen(Number(child.amountFen)));
      to.set(child.id, divided.taken);
      rest = divided.rest;
    }
    const cameLaterFen = sumOf(receipts.filter(({ potId }) => comesFrom(potId, id)));
    const carriedOut = [...to.values()].flat();
    const answer = { own, carriedIn, carriedOut, lying: rest, cameLaterFen, to };
    known.set(id, answer);
    return answer;
  }

  /** Whether the pot holds what that one left, at first hand or later. */
  function comesFrom(potId: string, id: string): boolean {
    const from = members.find((one) => one.id === potId)?.carriedFromId ?? null;
    return from !== null && (from === id || comesFrom(from, id));
  }
}

const sumOf = (money: readonly ReceiptMoney[]): Fen =>
  fen(money.reduce((sum, { amountFen }) => sum + amountFen, 0));

type Moved = readonly ReceiptMoney[];

/** The pots, those they were carried over from, and all that was carried over of any of them, in the order of their making. */
function familyOf(tx: Tx, potIds: readonly string[]): Promise<Member[]> {
  return tx.$queryRaw<Member[]>`
    WITH RECURSIVE up AS (
      SELECT id, carried_from_id FROM fund_pot WHERE id = ANY (${[...potIds]}::uuid[])
      UNION SELECT p.id, p.carried_from_id FROM fund_pot p JOIN up ON p.id = up.carried_from_id),
    family AS (SELECT id FROM up
      UNION SELECT p.id FROM fund_pot p JOIN family f ON p.carried_from_id = f.id)
    SELECT p.id, p.carried_from_id AS "carriedFromId", p.amount_fen AS "amountFen",
      p.voided_at IS NOT NULL AS "isVoided",
      (SELECT coalesce(sum(e.amount_fen), 0)::bigint FROM expenditure e
        WHERE e.pot_id = p.id AND e.voided_at IS NULL
          AND (e.reviewed_at IS NOT NULL OR e.claim_payment_id IS NOT NULL)) AS "spentFen"
    FROM fund_pot p
    WHERE p.id IN (SELECT id FROM family)
    ORDER BY p.id`;
}

const toDay = (at: Date): CalendarDate => day(at.toISOString().slice(0, 10));
