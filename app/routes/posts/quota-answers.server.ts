import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { reasonForm } from "~/domain/posts/appointment";
import { quotaAdjustment, quotaForm } from "~/domain/posts/quota";
import type { Outcome } from "~/domain/shared/outcome";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { addQuota } from "~/usecases/posts/add-quota.server";
import {
  adjustQuota,
  endQuota,
  rewriteQuota,
  type QuotaRefusal,
} from "~/usecases/posts/change-quota.server";
import { errorsByField, typedValues } from "./form-values";

type Errors = Record<string, string>;

/** Answers the form of a new quota. */
export async function answerNewQuota(actor: Actor, form: FormData) {
  const values = typedValues(form);
  const read = quotaForm.safeParse(values);
  const { countyCode = "" } = values;
  const area: Errors = /^\d{6}$/.test(countyCode) ? {} : { countyCode: "请选择县（市、区）" };
  const errors = { ...area, ...(read.success ? {} : errorsByField(read.error)) };
  if (!read.success || Object.keys(errors).length > 0) return refuse(values, errors);
  const outcome = await addQuota(actor, { countyCode, facts: read.data }, now());
  if (!outcome.ok) throw forbidden();
  return redirect(`/posts/quotas/${outcome.value}?done=add`);
}

/** Answers the forms on a quota's page: corrected, or closed. */
export async function answerQuota(actor: Actor, quotaId: string, form: FormData) {
  const values = typedValues(form);
  const asked = { quotaId, version: Number(values["version"]) };
  const at = `/posts/quotas/${quotaId}`;
  if (values["intent"] === "close") {
    const read = reasonForm.safeParse(values);
    if (!read.success) return refuse(values, errorsByField(read.error));
    const outcome = await endQuota(actor, { ...asked, ...read.data }, now());
    return finish(values, outcome, `${at}?done=close`);
  }
  if (values["intent"] === "adjust") {
    const read = quotaAdjustment.safeParse(values);
    if (!read.success) return refuse(values, errorsByField(read.error));
    const outcome = await adjustQuota(actor, asked, read.data, now());
    return finish(values, outcome, `${at}?done=change`);
  }
  const read = quotaForm.safeParse(values);
  if (!read.success) return refuse(values, errorsByField(read.error));
  const outcome = await rewriteQuota(actor, asked, read.data, now());
  return finish(values, outcome, `${at}?done=change`);
}

function refuse(values: Errors, errors: Errors, status = 422) {
  return data({ values, errors }, { status });
}

function finish(values: Errors, outcome: Outcome<null, QuotaRefusal>, to: string) {
  return outcome.ok ? redirect(to) : refuse(values, ...explain(outcome.refusal));
}

function explain(refusal: QuotaRefusal): [Errors, number] {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "closed":
      return [{ form: "这个指标已关闭，不能再改" }, 409];
    case "changedByOthers":
      return [{ form: "别人刚刚改过这个指标，请重新载入本页，核对后再改" }, 409];
    case "fewerThanHeld": {
      const { on, held } = refusal.peak;
      return [{ posts: `${on} 已安排 ${held} 人（含拟聘），岗位数不能更少` }, 422];
    }
    case "bound":
      return [
        {
          form: "这个指标下已有公示或聘用的人员，只能调整岗位数、截止日和备注；其他内容有变的，关闭后另行登记",
        },
        409,
      ];
    case "holdersOutside":
      return [{ toOn: outsideText(refusal.holders) }, 422];
  }
}

function outsideText(holders: number): string {
  return holders === 0
    ? "指标截止日不能早于起始日"
    : `有 ${holders} 人的任期在新的期限以外，请先核对他们的任期`;
}
