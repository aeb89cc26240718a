import type { ReceivedFile } from "~/data/files/file-store.server";
import { saveExpenditure, type ExpenditureFacts } from "~/data/funds/fund-entry-store.server";
import { datedMoney, isVoucherKnown } from "~/data/funds/pot-checks.server";
import { commitToPot, findPot, leavePotTrail, type PotRecord } from "~/data/funds/pot-store.server";
import { ofStandingPot, type PotRefusal } from "~/data/funds/standing-pot.server";
import type { Actor } from "~/domain/access/actor";
import { carryOverOf, isYearOver } from "~/domain/funds/carry-over";
import { spendingRefusal, type SpendingRefusal } from "~/domain/funds/reimbursement";
import { tightestFrom, type DayBalance } from "~/domain/funds/running-balance";
import { withNumbersMasked } from "~/domain/people/typed-number";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { yuanText, type Fen } from "~/domain/shared/fen";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";

export type SpendRefusal =
  | PotRefusal
  | SpendingRefusal
  /** Dated after today or before the pot's year; locked by its carry-over or by the end of its year. */
  | { readonly kind: "future" | "beforeYear" | "locked" | "yearOver" | "voucherKnown" }
  /** More than had come and was not spent on that day. */
  | { readonly kind: "beyondReceived"; readonly balance: DayBalance }
  /** More than is left, in fen. */
  | { readonly kind: "beyondPot"; readonly leftFen: Fen };

/** Enters money paid out against a voucher; it counts once another has reviewed it. Answers its id. */
export function spendFunds(
  actor: Actor,
  asked: {
    readonly potId: string;
    readonly facts: ExpenditureFacts;
    readonly file: ReceivedFile | null;
  },
  now: Date,
): Promise<Outcome<string, SpendRefusal>> {
  const { potId, file } = asked;
  const { purpose, payee, reason, amountFen } = asked.facts;
  const masked = {
    purpose: withNumbersMasked(purpose),
    ...{ payee: withNumbersMasked(payee), reason: withNumbersMasked(reason) },
  };
  const facts = { ...asked.facts, ...masked };
  return ofStandingPot<string, SpendRefusal>(
    actor,
    { potId, needs: "fund.write" },
    now,
    async (tx, pot) => {
      const wrong =
        (await spendingBar(tx, pot, facts, dayInChina(now))) ?? spendingRefusal(pot, facts);
      if (wrong !== null) return refused(wrong);
      if (!(await commitToPot(tx, pot.id, amountFen))) {
        const as = (await findPot(tx, pot.id)) ?? pot;
        return refused({ kind: "beyondPot", leftFen: carryOverOf(as) });
      }
      const by = { userId: actor.userId, name: actor.name, now };
      const id = await saveExpenditure(tx, pot, facts, file, by);
      const detail = { amount: yuanText(amountFen) };
      await leavePotTrail(tx, actor, pot, { action: "fund.spend", at: now, detail });
      return done(id);
    },
  );
}

/** What speaks against the expenditure besides what it is for. */
async function spendingBar(
  tx: Tx,
  pot: PotRecord,
  { spentOn, voucherNo, amountFen }: ExpenditureFacts,
  today: CalendarDate,
): Promise<SpendRefusal | null> {
  if (pot.isLocked) return { kind: "locked" };
  if (isYearOver(pot, today)) return { kind: "yearOver" };
  if (spentOn > today) return { kind: "future" };
  if (spentOn < `${pot.year}-01-01`) return { kind: "beforeYear" };
  const potId = pot.id;
  if (await isVoucherKnown(tx, "expenditure", { potId, voucherNo }))
    return { kind: "voucherKnown" };
  if (amountFen > carryOverOf(pot)) return null;
  const balance = tightestFrom(await datedMoney(tx, pot), spentOn);
  const isShort = amountFen > balance.cameFen - balance.goneFen;
  return isShort ? { kind: "beyondReceived", balance } : null;
}
