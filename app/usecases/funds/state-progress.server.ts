import { saveProgress, type ProgressFacts } from "~/data/funds/fund-entry-store.server";
import { leavePotTrail } from "~/data/funds/pot-store.server";
import { ofStandingPot, type PotRefusal } from "~/data/funds/standing-pot.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { yuanText, type Fen } from "~/domain/shared/fen";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";

export type ProgressRefusal =
  | PotRefusal
  | { readonly kind: "future" }
  /** Nobody has said what it is to cost. */
  | { readonly kind: "noPlan" }
  | { readonly kind: "beyondPlan"; readonly plannedFen: Fen };

/** States what a project has done of its investment at a day; the latest day counts. Answers the figure's id. */
export function stateProgress(
  actor: Actor,
  asked: { readonly potId: string; readonly facts: ProgressFacts },
  now: Date,
): Promise<Outcome<string, ProgressRefusal>> {
  const { potId, facts } = asked;
  return ofStandingPot<string, ProgressRefusal>(
    actor,
    { potId, needs: "fund.manage" },
    now,
    async (tx, pot) => {
      if (facts.asOf > dayInChina(now)) return refused({ kind: "future" });
      const { plannedFen } = pot;
      if (plannedFen === 0) return refused({ kind: "noPlan" });
      if (facts.completedFen > plannedFen) return refused({ kind: "beyondPlan", plannedFen });
      const basis = withNumbersMasked(facts.basis);
      const by = { userId: actor.userId, name: actor.name, now };
      const id = await saveProgress(tx, pot, { ...facts, basis }, by);
      const detail = { amount: yuanText(facts.completedFen) };
      await leavePotTrail(tx, actor, pot, { action: "fund.progress", at: now, detail });
      return done(id);
    },
  );
}
