import type { Actor } from "~/domain/access/actor";
import { ADJUSTMENT_STATE_LABELS } from "~/domain/funds/adjustment";
import { PROJECT_ELEMENTS } from "~/domain/funds/pot";
import { progressForm } from "~/domain/funds/pot-form";
import { adjustmentForm, decisionForm } from "~/domain/funds/project-form";
import { yuanText } from "~/domain/shared/fen";
import { now } from "~/platform/clock.server";
import {
  decideAdjustment,
  type DecideAdjustmentRefusal,
} from "~/usecases/funds/decide-adjustment.server";
import { stateProgress, type ProgressRefusal } from "~/usecases/funds/state-progress.server";
import { submitAdjustment } from "~/usecases/funds/submit-adjustment.server";
import { answerForm } from "./answer-form.server";
import { explainPot } from "./pot-refusals.server";

type Texts = Record<string, string>;

/** Answers the form that states what is done of a project's investment. */
export function answerProgress(actor: Actor, potId: string, form: FormData) {
  return answerForm(form, progressForm, async (facts) => {
    const outcome = await stateProgress(actor, { potId, facts }, now());
    return outcome.ok
      ? { to: `/funds/${potId}/project?done=progress` }
      : { errors: explainProgress(outcome.refusal) };
  });
}

function explainProgress(refusal: ProgressRefusal): Texts {
  switch (refusal.kind) {
    case "future":
      return { asOf: "截止日期不能晚于今天" };
    case "noPlan":
      return { form: "还没有登记计划投资，请财务先在“修改项目”中登记" };
    case "beyondPlan":
      return {
        completedFen: `不能超过计划投资 ${yuanText(refusal.plannedFen)}；计划有调整的先修改计划`,
      };
    case "notFound":
    case "forbidden":
    case "voided":
    case "closed":
    case "afterAccounts":
      return { form: explainPot(refusal) };
  }
}

/** Answers the form that asks for a change of a project. */
export function answerAdjustment(actor: Actor, potId: string, form: FormData) {
  const changedElements = PROJECT_ELEMENTS.filter((one) => form.has(`element-${one}`));
  return answerForm(
    form,
    adjustmentForm,
    async ({ asksApproval, ...facts }) => {
      const asked = { potId, facts, asksApproval: asksApproval === "yes" };
      const outcome = await submitAdjustment(actor, asked, now());
      return outcome.ok
        ? { to: `/funds/${potId}/project?done=adjust` }
        : { errors: { form: explainPot(outcome.refusal) } };
    },
    { changedElements },
  );
}

/** Answers the form that decides on a change. */
export function answerDecision(
  actor: Actor,
  asked: { readonly potId: string; readonly adjustmentId: string },
  form: FormData,
) {
  return answerForm(form, decisionForm, async (decision) => {
    const outcome = await decideAdjustment(actor, { ...asked, ...decision }, now());
    return outcome.ok
      ? { to: `/funds/${asked.potId}/project?done=decide` }
      : { errors: explainDecision(outcome.refusal) };
  });
}

function explainDecision(refusal: DecideAdjustmentRefusal): Texts {
  switch (refusal.kind) {
    case "samePerson":
      return { form: "提出人不能自己办理，请另一名审核人员办理" };
    case "decided":
      return { form: "这项调整已办理" };
    case "wrongDecision": {
      const possible = refusal.possible.map((one) => ADJUSTMENT_STATE_LABELS[one]).join("、");
      return { state: `这项调整只能办理为：${possible}` };
    }
    case "notFound":
    case "forbidden":
    case "voided":
    case "closed":
    case "afterAccounts":
      return { form: explainPot(refusal) };
  }
}
