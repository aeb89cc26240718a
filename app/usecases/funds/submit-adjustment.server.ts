import { filedOf } from "~/data/funds/pot-checks.server";
import { saveAdjustment, type AdjustmentFacts } from "~/data/funds/fund-step-store.server";
import { leavePotTrail } from "~/data/funds/pot-store.server";
import { ofStandingPot, type PotRefusal } from "~/data/funds/standing-pot.server";
import { numbersFor } from "~/data/rules/numbers.server";
import type { Actor } from "~/domain/access/actor";
import {
  ADJUSTMENT_KIND_LABELS,
  adjustmentKind,
  shareBasisPoints,
} from "~/domain/funds/adjustment";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";

/** Asks for a change of a project: filing or approval as the rule says; he may ask for approval himself. Answers the id. */
export function submitAdjustment(
  actor: Actor,
  asked: {
    readonly potId: string;
    readonly facts: AdjustmentFacts;
    readonly asksApproval: boolean;
  },
  now: Date,
): Promise<Outcome<string, PotRefusal>> {
  const { potId } = asked;
  const what = withNumbersMasked(asked.facts.what);
  const facts = { ...asked.facts, what, reason: withNumbersMasked(asked.facts.reason) };
  const on = { potId, needs: "fund.manage" } as const;
  return ofStandingPot<string, PotRefusal>(actor, on, now, async (tx, pot) => {
    const today = dayInChina(now);
    const filedFen = await filedOf(tx, pot.id);
    const numbers = (await numbersFor(tx, pot.regionCode, [today]))(today);
    const percent = numbers("fund.adjustmentPercent")?.value ?? null;
    const kind = asked.asksApproval
      ? "APPROVAL"
      : adjustmentKind(facts, pot.amountFen, percent, filedFen);
    const share = shareBasisPoints(facts.amountFen, pot.amountFen);
    const by = { userId: actor.userId, name: actor.name, now };
    const id = await saveAdjustment(tx, pot, { ...facts, kind, shareBasisPoints: share }, by);
    const detail = { kind: ADJUSTMENT_KIND_LABELS[kind] };
    await leavePotTrail(tx, actor, pot, { action: "fund.adjust", at: now, detail });
    return done(id);
  });
}
