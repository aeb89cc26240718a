import {
  decideAdjustment as markDecided,
  findAdjustment,
} from "~/data/funds/fund-step-store.server";
import { leavePotTrail } from "~/data/funds/pot-store.server";
import { ofStandingPot, type PotRefusal } from "~/data/funds/standing-pot.server";
import type { Actor } from "~/domain/access/actor";
import {
  ADJUSTMENT_STATE_LABELS,
  decisionsOn,
  type AdjustmentState,
} from "~/domain/funds/adjustment";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";

export type DecideAdjustmentRefusal =
  | PotRefusal
  | { readonly kind: "samePerson" | "decided" }
  /** What is asked for approval is not filed, nor the other way round. */
  | { readonly kind: "wrongDecision"; readonly possible: readonly AdjustmentState[] };

/** Files, approves or refuses a change, by another than who asked for it. */
export function decideAdjustment(
  actor: Actor,
  asked: {
    readonly potId: string;
    readonly adjustmentId: string;
    readonly state: AdjustmentState;
    readonly decision: string;
  },
  now: Date,
): Promise<Outcome<null, DecideAdjustmentRefusal>> {
  const { potId, adjustmentId, state } = asked;
  return ofStandingPot<null, DecideAdjustmentRefusal>(
    actor,
    { potId, needs: "fund.review" },
    now,
    async (tx, pot) => {
      const found = await findAdjustment(tx, { id: adjustmentId, potId });
      if (found === null) return refused({ kind: "notFound" });
      if (found.submittedBy === actor.userId) return refused({ kind: "samePerson" });
      if (found.state !== "submitted") return refused({ kind: "decided" });
      const possible = decisionsOn(found.kind);
      if (!possible.includes(state)) return refused({ kind: "wrongDecision", possible });
      const by = { userId: actor.userId, name: actor.name, now };
      const decision = withNumbersMasked(asked.decision);
      if (!(await markDecided(tx, found.id, { state, decision }, by))) {
        return refused({ kind: "decided" });
      }
      const detail = { after: ADJUSTMENT_STATE_LABELS[state] };
      await leavePotTrail(tx, actor, pot, { action: "fund.decideAdjustment", at: now, detail });
      return done(null);
    },
  );
}
