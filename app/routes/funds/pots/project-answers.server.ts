import { data, redirect } from "@remix-run/node";
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
import { errorsByField, typedValues } from "../documents/form-values";
import { explainPot } from "./pot-refusals.server";

type Texts = Record<string, string>;

/** Answers the form that states what is done of a project's investment. */
export async function answerProgress(actor: Actor, potId: string, form: FormData) {
  const values = typedValues(form);
  const read = progressForm.safeParse(values);
  if (!read.success) return refuse(values, errorsByField(read.error));
  const outcome = await stateProgress(actor, { potId, facts: read.data }, now());
  if (outcome.ok) return redirect(`/funds/${potId}/project?done=progress`);
  return refuse(values, explainProgress(outcome.refusal));
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
export async function answerAdjustment(actor: Actor, potId: string, form: FormData) {
  const values = typedValues(form);
  const changedElements = PROJECT_ELEMENTS.filter((one) => values[`element-${one}`] !== undefined);
  const read = adjustmentForm.safeParse({ ...values, changedElements });
  if (!read.success) return refuse(values, errorsByField(read.error));
  const { asksApproval, ...facts } = read.data;
  const asked = { potId, facts, asksApproval: asksApproval === "yes" };
  const outcome = await submitAdjustment(actor, asked, now());
  if (outcome.ok) return redirect(`/funds/${potId}/project?done=adjust`);
  return refuse(values, { form: explainPot(outcome.refusal) });
}

/** Answers the form that decides on a change. */
export async function answerDecision(
  actor: Actor,
  asked: { readonly potId: string; readonly adjustmentId: string },
  form: FormData,
) {
  const values = typedValues(form);
  const read = decisionForm.safeParse(values);
  if (!read.success) return refuse(values, errorsByField(read.error));
  const outcome = await decideAdjustment(actor, { ...asked, ...read.data }, now());
  if (outcome.ok) return redirect(`/funds/${asked.potId}/project?done=decide`);
  return refuse(values, explainDecision(outcome.refusal));
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

function refuse(values: Texts, errors: Texts) {
  return data({ values, errors }, { status: 422 });
}
