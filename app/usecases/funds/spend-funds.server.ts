import type { ReceivedFile } from "~/data/files/file-store.server";
import { saveExpenditure, type ExpenditureFacts } from "~/data/funds/fund-entry-store.server";
import { commitToPot, findPot, leavePotTrail } from "~/data/funds/pot-store.server";
import { ofStandingPot, type PotRefusal } from "~/data/funds/standing-pot.server";
import type { Actor } from "~/domain/access/actor";
import { carryOverOf } from "~/domain/funds/carry-over";
import { spendingRefusal, type SpendingRefusal } from "~/domain/funds/reimbursement";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { yuanText, type Fen } from "~/domain/shared/fen";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";

export type SpendRefusal =
  | PotRefusal
  | SpendingRefusal
  | { readonly kind: "future" | "locked" }
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
  const { purpose, payee, amountFen } = asked.facts;
  const masked = { purpose: withNumbersMasked(purpose), payee: withNumbersMasked(payee) };
  const facts = { ...asked.facts, ...masked };
  return ofStandingPot<string, SpendRefusal>(
    actor,
    { potId, action: "fund.write" },
    now,
    async (tx, pot) => {
      if (pot.isLocked) return refused({ kind: "locked" });
      if (facts.spentOn > dayInChina(now)) return refused({ kind: "future" });
      const wrong = spendingRefusal(pot, facts);
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
