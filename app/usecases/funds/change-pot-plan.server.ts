import { figuresOf } from "~/data/funds/pot-figures.server";
import { letterDaysOf } from "~/data/funds/letter-days.server";
import { changePot, leavePotTrail } from "~/data/funds/pot-store.server";
import { ofStandingPot, type PotRefusal } from "~/data/funds/standing-pot.server";
import type { Actor } from "~/domain/access/actor";
import { letterChangeRefusal, type LetterDayRefusal } from "~/domain/funds/letter-day";
import { withNumbersMasked } from "~/domain/people/typed-number";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen, yuanText, type Fen } from "~/domain/shared/fen";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";

export type ChangePotPlanRefusal =
  | PotRefusal
  | LetterDayRefusal
  | { readonly kind: "changedByOthers" }
  /** More than that is done already. */
  | { readonly kind: "belowCompleted"; readonly completedFen: Fen };

/** Corrects what a project is to cost and the day its letter came. */
export function changePotPlan(
  actor: Actor,
  asked: {
    readonly potId: string;
    readonly version: number;
    readonly facts: {
      readonly plannedFen: Fen;
      readonly letterReceivedOn: CalendarDate | null;
      /** Why the day of the letter was wrong. */
      readonly reason?: string;
    };
  },
  now: Date,
): Promise<Outcome<null, ChangePotPlanRefusal>> {
  const { potId, version, facts } = asked;
  const { plannedFen, letterReceivedOn } = facts;
  const reason = withNumbersMasked(facts.reason ?? "");
  return ofStandingPot<null, ChangePotPlanRefusal>(
    actor,
    { potId, needs: "fund.write" },
    now,
    async (tx, pot) => {
      const letters = { before: pot.letterReceivedOn, after: letterReceivedOn, reason };
      const days = await letterDaysOf(tx, potId);
      const wrong = letterChangeRefusal(letters, days, dayInChina(now));
      if (wrong !== null) return refused(wrong);
      const completedFen = (await figuresOf(tx, [potId])).get(potId)?.completedFen ?? fen(0);
      if (plannedFen < completedFen) return refused({ kind: "belowCompleted", completedFen });
      const letter = letterReceivedOn === null ? null : new Date(letterReceivedOn);
      const change = { plannedFen: BigInt(plannedFen), letterReceivedOn: letter };
      if (!(await changePot(tx, { id: potId, version }, change))) {
        return refused({ kind: "changedByOthers" });
      }
      const detail = {
        before: told(pot.plannedFen, pot.letterReceivedOn),
        after: told(plannedFen, letterReceivedOn),
        ...(reason === "" ? {} : { reason }),
      };
      await leavePotTrail(tx, actor, pot, { action: "fund.pot.change", at: now, detail });
      return done(null);
    },
  );
}

function told(planned: Fen, letter: CalendarDate | null): string {
  return `计划投资 ${yuanText(planned)}，接函日期 ${letter ?? "未登记"}`;
}
