import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { closingReason, vacancyForm } from "~/domain/employers/vacancy";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import {
  correctVacancy,
  endVacancy,
  type ChangeVacancyRefusal,
} from "~/usecases/employers/change-vacancy.server";
import {
  publishVacancy,
  type PublishVacancyRefusal,
} from "~/usecases/employers/publish-vacancy.server";
import { errorsByField, typedValues } from "./form-values";

type Errors = Record<string, string>;

const NO_SUCH_REGION = { workplaceCode: "请从列表中选择工作地" };

/** Answers the form of a new vacancy. */
export async function answerNewVacancy(actor: Actor, form: FormData) {
  const values = typedValues(form);
  const refuse = (errors: Errors) => data({ values, errors }, { status: 422 });
  const read = vacancyForm.safeParse(values);
  if (!read.success) return refuse(errorsByField(read.error));
  const asked = {
    ownerCode: values["countyCode"] ?? "",
    employerId: values["employerId"] ?? "",
  };
  const outcome = await publishVacancy(actor, asked, read.data, now());
  if (outcome.ok) return redirect(`/vacancies/${outcome.value}?done=create`);
  return refuse(explainNew(outcome.refusal));
}

/** Answers the forms of a vacancy's page; the button that was pressed is the `intent`. */
export async function answerVacancyForm(actor: Actor, vacancyId: string, form: FormData) {
  const values = typedValues(form);
  const intent = values["intent"] ?? "";
  const asked = { vacancyId, version: Number(values["version"]) };
  const refuse = (errors: Errors, status = 422) => data({ intent, values, errors }, { status });
  switch (intent) {
    case "change": {
      const read = vacancyForm.safeParse(values);
      if (!read.success) return refuse(errorsByField(read.error));
      const outcome = await correctVacancy(actor, asked, read.data, now());
      if (outcome.ok) return redirect(`/vacancies/${vacancyId}?done=change`);
      return refuse(...explain(outcome.refusal));
    }
    case "close": {
      const read = closingReason.safeParse(values["reason"] ?? "");
      if (!read.success) return refuse({ reason: read.error.issues[0]?.message ?? "" });
      const outcome = await endVacancy(actor, asked, read.data, now());
      if (outcome.ok) return redirect(`/vacancies/${vacancyId}?done=close`);
      return refuse(...explain(outcome.refusal));
    }
    default:
      return refuse({ form: "没有认出要做的操作，请重新载入本页后再试" });
  }
}

function explainNew(refusal: PublishVacancyRefusal): Errors {
  switch (refusal.kind) {
    case "forbidden":
      return { countyCode: "您没有在该县（市、区）发布岗位的权限" };
    case "noEmployer":
      return { form: "没有找到这家用人单位，请重新选定" };
    case "noSuchRegion":
      return NO_SUCH_REGION;
  }
}

function explain(refusal: ChangeVacancyRefusal): [Errors, number] {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "closed":
      return [{ form: "岗位已经关闭，不能再改" }, 409];
    case "changedByOthers":
      return [{ form: "别人刚刚修改过这个岗位，请重新载入本页，核对后再改" }, 409];
    case "noSuchRegion":
      return [NO_SUCH_REGION, 422];
  }
}
