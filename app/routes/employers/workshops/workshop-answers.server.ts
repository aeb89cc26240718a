import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { withdrawalForm, workshopForm } from "~/domain/employers/workshop";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import {
  createWorkshop,
  rewriteWorkshop,
  type ChangeWorkshopRefusal,
  type CreateWorkshopRefusal,
} from "~/usecases/employers/save-workshop.server";
import {
  withdrawWorkshop,
  type WithdrawRefusal,
} from "~/usecases/employers/withdraw-workshop.server";
import { errorsByField, typedValues } from "../form-values";

type Errors = Record<string, string>;

const TWIN = {
  name: "这家单位同一文号、同名的车间已经登记过，不要重复登记；确是另一处的，请在名称中区分",
};
const WRONG_PLACE = { regionCode: "请从列表中选择本县的乡镇或行政村" };

/** Answers the form of a new workshop; the county is the one in which the chosen place lies. */
export async function answerNewWorkshop(actor: Actor, form: FormData) {
  const values = typedValues(form);
  const refuse = (errors: Errors) => data({ values, errors }, { status: 422 });
  const read = workshopForm.safeParse(values);
  if (!read.success) return refuse(errorsByField(read.error));
  const asked = {
    countyCode: read.data.regionCode.slice(0, 6),
    employerId: values["employerId"] ?? "",
  };
  const outcome = await createWorkshop(actor, asked, read.data, now());
  if (outcome.ok) return redirect(`/workshops/${outcome.value}?done=create`);
  return refuse(explainNew(outcome.refusal));
}

function explainNew(refusal: CreateWorkshopRefusal): Errors {
  switch (refusal.kind) {
    case "forbidden":
      return { regionCode: "您没有在该县（市、区）登记扶贫车间的权限" };
    case "noEmployer":
      return { form: "没有找到这家用人单位，请重新选定" };
    case "wrongPlace":
      return WRONG_PLACE;
    case "duplicate":
      return TWIN;
  }
}

/** Answers the forms of a workshop's page; the button that was pressed is the `intent`. */
export async function answerWorkshopForm(actor: Actor, workshopId: string, form: FormData) {
  const values = typedValues(form);
  const intent = values["intent"] ?? "";
  const asked = { workshopId, version: Number(values["version"]) };
  const refuse = (errors: Errors, status = 422) => data({ intent, values, errors }, { status });
  switch (intent) {
    case "change": {
      const read = workshopForm.safeParse(values);
      if (!read.success) return refuse(errorsByField(read.error));
      const outcome = await rewriteWorkshop(actor, asked, read.data, now());
      if (outcome.ok) return redirect(`/workshops/${workshopId}?done=change`);
      return refuse(...explain(outcome.refusal));
    }
    case "withdraw": {
      const read = withdrawalForm.safeParse(values);
      if (!read.success) return refuse(errorsByField(read.error));
      const outcome = await withdrawWorkshop(actor, asked, read.data, now());
      if (outcome.ok) return redirect(`/workshops/${workshopId}?done=withdraw`);
      return refuse(...explain(outcome.refusal));
    }
    default:
      return refuse({ form: "没有认出要做的操作，请重新载入本页后再试" });
  }
}

function explain(refusal: ChangeWorkshopRefusal | WithdrawRefusal): [Errors, number] {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "wrongPlace":
      return [WRONG_PLACE, 422];
    case "duplicate":
      return [TWIN, 409];
    case "withdrawn":
      return [{ form: "认定已经撤销，不能再改；重新认定的另行登记" }, 409];
    case "inFuture":
      return [{ withdrawnOn: "撤销日期不能晚于今天" }, 422];
    case "beforeRecognition":
      return [{ withdrawnOn: `撤销日期不能早于认定日期 ${refusal.recognisedOn}` }, 422];
    case "changedByOthers":
      return [{ form: "别人刚刚修改过这个车间，请重新载入本页，核对后再改" }, 409];
  }
}
