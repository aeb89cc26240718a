import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { reasonForm } from "~/domain/posts/appointment";
import { closingForm, noticeForm } from "~/domain/posts/notice";
import { decisionForm, objectionForm } from "~/domain/posts/objection";
import { now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { closeNotice, withdrawNotice } from "~/usecases/posts/close-notice.server";
import { confirmAppointments, type Confirmed } from "~/usecases/posts/confirm-appointments.server";
import { recordObjection } from "~/usecases/posts/record-objection.server";
import { settleObjection } from "~/usecases/posts/settle-objection.server";
import { openNotice, type OpenNoticeRefusal } from "~/usecases/posts/open-notice.server";
import { errorsByField, typedValues } from "./form-values";
import { explainNotice, type NoticeRefusal } from "./notice-refusals";

type Texts = Record<string, string>;
type Left = Confirmed["left"];

/** Answers the form of a new notice. */
export async function answerNewNotice(actor: Actor, form: FormData) {
  const values = typedValues(form);
  const read = noticeForm.safeParse(values);
  const picked = idsOf(form);
  if (!read.success) return refuse(values, errorsByField(read.error), 422, { picked });
  const asked = { appointmentIds: picked, form: read.data };
  const outcome = await openNotice(actor, asked, now());
  if (outcome.ok) return redirect(`/posts/notices/${outcome.value}?done=open`);
  const [errors, status] = explainOpening(outcome.refusal);
  return refuse(values, errors, status, { picked });
}

/** Answers the forms of a notice's page: an objection entered or decided, the notice ended or withdrawn, people confirmed. */
export async function answerNotice(actor: Actor, noticeId: string, form: FormData) {
  const values = typedValues(form);
  const asked = { noticeId, version: Number(values["version"]) };
  const back = (done: string) => redirect(`/posts/notices/${noticeId}?done=${done}`);
  const stop = (refusal: NoticeRefusal) => refuse(values, ...explainNotice(refusal));
  switch (values["intent"]) {
    case "objection": {
      const read = objectionForm.safeParse(values);
      if (!read.success) return refuse(values, errorsByField(read.error));
      const outcome = await recordObjection(actor, asked, read.data, now());
      return outcome.ok ? back("objection") : stop(outcome.refusal);
    }
    case "decide": {
      const read = decisionForm.safeParse(values);
      if (!read.success) return refuse(values, errorsByField(read.error));
      const objection = { ...asked, objectionId: values["objectionId"] ?? "" };
      const outcome = await settleObjection(actor, objection, read.data, now());
      return outcome.ok ? back("decide") : stop(outcome.refusal);
    }
    case "close": {
      const read = closingForm.safeParse(values);
      if (!read.success) return refuse(values, errorsByField(read.error));
      const outcome = await closeNotice(actor, { ...asked, ...read.data }, now());
      return outcome.ok ? back("close") : stop(outcome.refusal);
    }
    case "withdraw": {
      const read = reasonForm.safeParse(values);
      if (!read.success) return refuse(values, errorsByField(read.error));
      const outcome = await withdrawNotice(actor, { ...asked, ...read.data }, now());
      return outcome.ok ? back("withdraw") : stop(outcome.refusal);
    }
    case "confirm": {
      const people = { ...asked, appointmentIds: idsOf(form) };
      const outcome = await confirmAppointments(actor, people, now());
      if (!outcome.ok) return stop(outcome.refusal);
      const { confirmed, left } = outcome.value;
      return left.length === 0
        ? back("confirm")
        : refuse(values, leftText(confirmed), 409, { left });
    }
    default:
      return refuse(values, { form: "请选择要办的事项" });
  }
}

function idsOf(form: FormData): string[] {
  return form.getAll("id").filter((one): one is string => typeof one === "string");
}

function leftText(confirmed: number): Texts {
  return { form: `已确认 ${confirmed} 人；下列人员没有确认，请按原因处理` };
}

interface Kept {
  readonly left?: Left;
  /** The ticks of the form that comes back. */
  readonly picked?: readonly string[];
}

function refuse(values: Texts, errors: Texts, status = 422, { left = [], picked = [] }: Kept = {}) {
  return data({ values, errors, left, picked }, { status });
}

function explainOpening(refusal: OpenNoticeRefusal): [Texts, number] {
  switch (refusal.kind) {
    case "forbidden":
      throw forbidden();
    case "nobody":
      return [{ form: "请在上表选择要公示的人" }, 422];
    case "severalCounties":
      return [{ form: "一次公示只能是同一个县的人，请分县发布" }, 422];
    case "notProposed":
      return [{ form: `${refusal.name}已公示、已聘用或已撤销，请重新载入本页再选` }, 409];
    case "objected":
      return [{ form: `${refusal.name}有异议没有处理或异议成立，须由审核人处理后再公示` }, 409];
    case "quotaChanged":
      return [{ form: `${refusal.name}的岗位指标已改，请先在其聘用登记中修改、保存，再公示` }, 409];
    case "startsBefore": {
      const { name, startsOn } = refusal;
      const text = `${name} ${startsOn} 上岗，公示应在上岗以前结束；请改公示期，或先改其上岗日期。系统启用以前已在岗的，用名册导入登记`;
      return [{ toOn: text }, 422];
    }
    case "tooShort": {
      const { days, least } = refusal;
      return [{ toOn: `公示 ${days} 天，至少要 ${least} 天（含首尾两天）` }, 422];
    }
  }
}
