import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { jobFairForm } from "~/domain/employers/job-fair";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { removeFair, type RemoveFairRefusal } from "~/usecases/employers/remove-job-fair.server";
import { rewriteFair, type ChangeFairRefusal } from "~/usecases/employers/save-job-fair.server";
import { errorsByField, typedValues } from "../form-values";

type Errors = Record<string, string>;

export const NOT_PAIRED = {
  districtCode: "该区在举办日期与本县没有登记结对关系；请核对日期和区，或选“不注明”",
};

export const FAIR_TWIN = {
  name: "本县同名、同一天的招聘会已经登记过，不要重复登记；确是另一场的，请在名称中区分",
};

/** Answers the forms of a fair's first page; the button that was pressed is the `intent`. */
export async function answerFairForm(actor: Actor, fairId: string, form: FormData) {
  const values = typedValues(form);
  const intent = values["intent"] ?? "";
  const version = Number(values["version"]);
  const refuse = (errors: Errors, status = 422) => data({ intent, values, errors }, { status });
  switch (intent) {
    case "change": {
      const read = jobFairForm.safeParse(values);
      if (!read.success) return refuse(errorsByField(read.error));
      const outcome = await rewriteFair(actor, { fairId, version }, read.data, now());
      if (outcome.ok) return redirect(`/job-fairs/${fairId}?done=change`);
      return refuse(...explain(outcome.refusal));
    }
    case "remove": {
      const asked = { fairId, version, reason: values["reason"] ?? "" };
      const outcome = await removeFair(actor, asked, now());
      if (outcome.ok) return redirect(`/job-fairs/${fairId}?done=remove`);
      return refuse(...explain(outcome.refusal));
    }
    default:
      return refuse({ form: "没有认出要做的操作，请重新载入本页后再试" });
  }
}

function explain(refusal: ChangeFairRefusal | RemoveFairRefusal): [Errors, number] {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "notPaired":
      return [NOT_PAIRED, 422];
    case "duplicate":
      return [FAIR_TWIN, 409];
    case "removed":
      return [{ form: "这场招聘会已撤销登记，不能再改" }, 409];
    case "reasonMissing":
      return [{ reason: "请写明撤销登记的原因" }, 422];
    case "changedByOthers":
      return [{ form: "别人刚刚修改过这场招聘会，请重新载入本页，核对后再改" }, 409];
  }
}
