import { redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import type { ReviewRefusal } from "~/domain/rosters/review-refusal";
import { ROSTER_STATE_LABELS } from "~/domain/rosters/roster";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { acceptRoster } from "~/usecases/rosters/accept-roster.server";
import { returnRoster, type ReturnRefusal } from "~/usecases/rosters/return-roster.server";
import { submitRoster, type SubmitRefusal } from "~/usecases/rosters/submit-roster.server";
import { find } from "./find.server";

/** What the page says to a step it refuses. */
export interface LifeAnswer {
  /** For the summary above the page; what belongs to the search box stands there only. */
  readonly problems: readonly { readonly message: string; readonly field?: string }[];
  readonly errors: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly status: 409 | 422;
}

const CHANGED = "页面已被他人更新：打开之后花名册有了变动。下面是最新内容，请核对后再操作";

/** Answers every form of a roster's page: the search box, and the steps of its life. */
export async function answerRosterForm(
  actor: Actor,
  rosterId: string,
  form: FormData,
): Promise<Response | LifeAnswer> {
  if (form.get("intent") !== "find") return takeStep(actor, rosterId, form);
  const here = { path: `/rosters/${rosterId}`, rosterId };
  const answer = await find(actor, String(form.get("find") ?? ""), here);
  if (typeof answer !== "string") return answer;
  return { problems: [], errors: { find: answer }, values: {}, status: 422 };
}

/** Carries out a step; a redirect when it is done. */
async function takeStep(
  actor: Actor,
  rosterId: string,
  form: FormData,
): Promise<Response | LifeAnswer> {
  const asked = {
    rosterId,
    version: Number(form.get("version")),
    reason: String(form.get("reason") ?? "").slice(0, 500),
  };
  const intent = String(form.get("intent"));
  const done = redirect(`/rosters/${rosterId}?done=${intent}`);
  switch (intent) {
    case "submit": {
      const outcome = await submitRoster(actor, asked, now());
      return outcome.ok ? done : explain(outcome.refusal, "", "报送");
    }
    case "return": {
      const outcome = await returnRoster(actor, asked, now());
      return outcome.ok ? done : explain(outcome.refusal, asked.reason, "退回");
    }
    case "accept": {
      const outcome = await acceptRoster(actor, asked, now());
      return outcome.ok ? done : explain(outcome.refusal, "", "核定");
    }
    default:
      return redirect(`/rosters/${rosterId}`);
  }
}

function explain(
  refusal: SubmitRefusal | ReviewRefusal | ReturnRefusal,
  reason: string,
  step: string,
): LifeAnswer {
  const answer = (status: 409 | 422, message: string, field?: string): LifeAnswer => ({
    problems: [{ message, field }],
    errors: field === undefined ? {} : { [field]: message },
    values: { reason },
    status,
  });
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "changedByOthers":
      return answer(409, CHANGED);
    case "wrongState":
      return answer(409, `花名册现为“${ROSTER_STATE_LABELS[refusal.state]}”，不能${step}`);
    case "empty":
      return answer(422, "花名册上没有学员，不能报送，请先导入");
    case "ownWork":
      return answer(422, `您报送或录入过本册的内容，不能${step}，请由另一位审核人办理`);
    case "reasonMissing":
      return answer(422, "请写明退回的原因，县级据此补正", "reason");
  }
}
