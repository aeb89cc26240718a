import { figuresOf } from "~/data/funds/pot-figures.server";
import { changePot, leavePotTrail } from "~/data/funds/pot-store.server";
import { ofStandingPot, type PotRefusal } from "~/data/funds/standing-pot.server";
import type { Actor } from "~/domain/access/actor";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen, yuanText, type Fen } from "~/domain/shared/fen";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";

export type ChangePotPlanRefusal =
  | PotRefusal
  | { readonly kind: "changedByOthers" | "future" }
  /** More than that is done already. */
  | { readonly kind: "belowCompleted"; readonly completedFen: Fen };

/** Corrects what a project is to cost and the day its letter came. */
export function changePotPlan(
  actor: Actor,
  asked: {
    readonly potId: string;
    readonly version: number;
    readonly facts: { readonly plannedFen: Fen; readonly letterReceivedOn: CalendarDate | null };
  },
  now: Date,
): Promise<Outcome<null, ChangePotPlanRefusal>> {
  const { potId, version, facts } = asked;
  const { plannedFen, letterReceivedOn } = facts;
  return ofStandingPot<null, ChangePotPlanRefusal>(
    actor,
    { potId, needs: "fund.write" },
    now,
    async (tx, pot) => {
      if (letterReceivedOn !== null && letterReceivedOn > dayInChina(now)) {
        return refused({ kind: "future" });
      }
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
      };
      await leavePotTrail(tx, actor, pot, { action: "fund.pot.change", at: now, detail });
      return done(null);
    },
  );
}

function told(planned: Fen, letter: CalendarDate | null): string {
  return `计划投资 ${yuanText(planned)}，接函日期 ${letter ?? "未登记"}`;
}
