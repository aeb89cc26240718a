import type { ReceivedFile } from "~/data/files/file-store.server";
import {
  closureStepsOf,
  saveClosureStep,
  voidClosureStep as markVoid,
  type StepFacts,
} from "~/data/funds/fund-step-store.server";
import { lastEntryOn, lyingIn, openMatters } from "~/data/funds/open-matters.server";
import { changePot, leavePotTrail } from "~/data/funds/pot-store.server";
import { ofStandingPot, type PotRefusal } from "~/data/funds/standing-pot.server";
import type { Actor } from "~/domain/access/actor";
import {
  closureRefusal,
  lastClosureStep,
  settledRefusal,
  type ClosureRefusal,
} from "~/domain/funds/closure";
import { CLOSURE_STEP_LABELS } from "~/domain/funds/pot";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";

export type ClosureStepRefusal = PotRefusal | ClosureRefusal | { readonly kind: "changedByOthers" };

/** Enters the next step that ends a project, with its paper; acceptance closes the pot for good. */
export function recordClosureStep(
  actor: Actor,
  asked: { readonly potId: string; readonly facts: StepFacts; readonly file: ReceivedFile },
  now: Date,
): Promise<Outcome<null, ClosureStepRefusal>> {
  const { potId, file } = asked;
  const facts = { ...asked.facts, note: withNumbersMasked(asked.facts.note) };
  return ofStandingPot<null, ClosureStepRefusal>(
    actor,
    { potId, needs: "fund.manage", evenAfterAccounts: true },
    now,
    async (tx, pot) => {
      const steps = await closureStepsOf(tx, pot.id);
      const [open, last] = [await openMatters(tx, pot.id), await lastEntryOn(tx, pot.id)];
      const wrong =
        closureRefusal(facts, steps, dayInChina(now)) ??
        settledRefusal(facts, { open, lastEntryOn: last, lyingFen: await lyingIn(tx, pot.id) });
      if (wrong !== null) return refused(wrong);
      // Two who enter the same step meet here.
      const change = facts.step === "ACCEPTANCE" ? { closedAt: now } : {};
      if (!(await changePot(tx, pot, change))) return refused({ kind: "changedByOthers" });
      const by = { userId: actor.userId, name: actor.name, now };
      await saveClosureStep(tx, pot, facts, file, by);
      const detail = { step: CLOSURE_STEP_LABELS[facts.step] };
      await leavePotTrail(tx, actor, pot, { action: "fund.closureStep", at: now, detail });
      return done(null);
    },
  );
}

export type VoidClosureStepRefusal =
  | PotRefusal
  | { readonly kind: "changedByOthers" }
  /** Others came after it. */
  | { readonly kind: "notLast" };

/** Takes back the last step of a project that is not closed yet. */
export function voidClosureStep(
  actor: Actor,
  asked: { readonly potId: string; readonly stepId: string; readonly reason: string },
  now: Date,
): Promise<Outcome<null, VoidClosureStepRefusal>> {
  const { potId, stepId } = asked;
  return ofStandingPot<null, VoidClosureStepRefusal>(
    actor,
    { potId, needs: "fund.manage", evenAfterAccounts: true },
    now,
    async (tx, pot) => {
      const steps = await closureStepsOf(tx, pot.id);
      const step = steps.find(({ id }) => id === stepId);
      if (step === undefined) return refused({ kind: "notFound" });
      if (lastClosureStep(steps)?.id !== stepId) return refused({ kind: "notLast" });
      const reason = withNumbersMasked(asked.reason);
      const isFirst = await changePot(tx, pot, {});
      if (!isFirst || !(await markVoid(tx, stepId, { reason, now }))) {
        return refused({ kind: "changedByOthers" });
      }
      const detail = { reason, step: CLOSURE_STEP_LABELS[step.step] };
      await leavePotTrail(tx, actor, pot, { action: "fund.void", at: now, detail });
      return done(null);
    },
  );
}
