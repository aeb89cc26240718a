import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import type { Outcome } from "~/domain/shared/outcome";
import { PLAN_STATE_LABELS } from "~/domain/training/plan";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { reviewPlan, type ReviewPlanRefusal } from "~/usecases/training/review-plan.server";
import { rewritePlan, type ChangePlanRefusal } from "~/usecases/training/save-plan.server";
import { submitPlan } from "~/usecases/training/submit-plan.server";
import { typedValues } from "./form-values";
import { readPlanForm } from "./plan-form";
import { DUPLICATE_PLAN } from "./plan-words";

type Refusal = ChangePlanRefusal | ReviewPlanRefusal;

/** Answers every form of a plan's page; the button that was pressed is the `intent`. */
export async function answerPlanForm(actor: Actor, planId: string, form: FormData) {
  const values = typedValues(form);
  const intent = values["intent"] ?? "";
  const asked = { planId, version: Number(values["version"]) };
  const refuse = (errors: Record<string, string>, status = 422) =>
    data({ values, errors }, { status });
  const finish = (outcome: Outcome<null, Refusal>) =>
    outcome.ok ? redirect(`/plans/${planId}?done=${intent}`) : refuse(...explain(outcome.refusal));
  switch (intent) {
    case "change": {
      const read = readPlanForm(values);
      return read.ok
        ? finish(await rewritePlan(actor, asked, read.form, now()))
        : refuse(read.errors);
    }
    case "submit":
      return finish(await submitPlan(actor, asked, now()));
    case "approve":
      return finish(await reviewPlan(actor, asked, { kind: "approve" }, now()));
    case "return": {
      const reason = (values["reason"] ?? "").slice(0, 500);
      return finish(await reviewPlan(actor, asked, { kind: "return", reason }, now()));
    }
    default:
      return refuse({ form: "没有认出要做的操作，请重新载入本页后再试" });
  }
}

function explain(refusal: Refusal): [Record<string, string>, number] {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "changedByOthers":
      return [{ form: "别人刚刚改动过这份计划，请核对下面的最新内容后再操作" }, 409];
    case "wrongState":
      return [{ form: `计划现为“${PLAN_STATE_LABELS[refusal.state]}”，不能再做这一步` }, 409];
    case "duplicate":
      return [{ title: DUPLICATE_PLAN }, 422];
    case "ownWork":
      return [{ form: "您编制或报送过这份计划，须由另一位审核人审批" }, 422];
    case "reasonMissing":
      return [{ reason: "请写明退回的原因，县级据此补正" }, 422];
  }
}
