import { savePot } from "~/data/funds/new-pot.server";
import { commitToPot, leavePotTrail } from "~/data/funds/pot-store.server";
import { ofStandingPot, type PotRefusal } from "~/data/funds/standing-pot.server";
import type { Actor } from "~/domain/access/actor";
import { carryOverOf, carryOverRefusal } from "~/domain/funds/carry-over";
import { fen, yuanText, type Fen } from "~/domain/shared/fen";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";

export type CarryOverRefusal =
  | PotRefusal
  /** Not into a later year, or into one that is still to come; or before the pot's own year ends. */
  | { readonly kind: "year" | "yearNotOver" }
  | { readonly kind: "beyondPot"; readonly leftFen: Fen };

/** Takes what a pot left over into a later year, locked; the old pot can spend it no more. Answers the new pot's id. */
export function carryOver(
  actor: Actor,
  asked: {
    readonly potId: string;
    readonly year: number;
    readonly name: string;
    readonly amountFen: Fen;
  },
  now: Date,
): Promise<Outcome<string, CarryOverRefusal>> {
  const { potId, year, name, amountFen } = asked;
  return ofStandingPot<string, CarryOverRefusal>(
    actor,
    { potId, needs: "fund.write", evenAfterAccounts: true },
    now,
    async (tx, pot) => {
      const wrong = carryOverRefusal(pot, year, dayInChina(now));
      if (wrong !== null) return refused(wrong);
      if (!(await commitToPot(tx, pot.id, amountFen, { evenAfterAccounts: true }))) {
        return refused({ kind: "beyondPot", leftFen: carryOverOf(pot) });
      }
      const { regionCode, unitName, purpose, isLabour } = pot;
      const { implementer, implementerRegion, implementerReason } = pot;
      const facts = {
        ...{ regionCode, unitName, purpose, isLabour, year, name, amountFen, plannedFen: fen(0) },
        ...{ implementer, implementerRegion, implementerReason, letterReceivedOn: null },
      };
      const one = { id: newId(), facts, cellId: null, carriedFromId: pot.id };
      await savePot(tx, one, { userId: actor.userId, name: actor.name, now });
      const detail = { amount: yuanText(amountFen) };
      const head = { ...facts, id: one.id };
      await leavePotTrail(tx, actor, head, { action: "fund.carryOver", at: now, detail });
      return done(one.id);
    },
  );
}
