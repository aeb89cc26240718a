import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { leavingForm, reasonForm } from "~/domain/posts/appointment";
import type { WageMonth } from "~/domain/posts/leaving";
import { monthName } from "~/domain/posts/wage-receipt";
import { WAGE_SHEET_STATE_LABELS } from "~/domain/posts/wage";
import type { Outcome } from "~/domain/shared/outcome";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { leavePost, returnToPost, type LeaveRefusal } from "~/usecases/posts/leave-post.server";
import { removeAppointment, type RemoveRefusal } from "~/usecases/posts/remove-appointment.server";
import { errorsOf } from "./finding-errors";
import { errorsByField, typedValues } from "./form-values";

type Errors = Record<string, string>;

/** Answers the page on which somebody leaves his post early, or never left. */
export async function answerLeaving(actor: Actor, appointmentId: string, form: FormData) {
  const values = typedValues(form);
  const asked = { appointmentId, version: Number(values["version"]) };
  const at = `/posts/appointments/${appointmentId}`;
  if (values["intent"] === "return") {
    const read = reasonForm.safeParse(values);
    if (!read.success) return refuse(values, errorsByField(read.error));
    const outcome = await returnToPost(actor, { ...asked, ...read.data }, now());
    return finish(values, outcome, `${at}?done=return`);
  }
  const read = leavingForm.safeParse(values);
  if (!read.success) return refuse(values, errorsByField(read.error));
  return finish(values, await leavePost(actor, asked, read.data, now()), `${at}?done=leave`);
}

/** Answers the page on which an appointment is taken back. */
export async function answerRemoving(actor: Actor, appointmentId: string, form: FormData) {
  const values = typedValues(form);
  const read = reasonForm.safeParse(values);
  if (!read.success) return refuse(values, errorsByField(read.error));
  const asked = { appointmentId, version: Number(values["version"]), ...read.data };
  const outcome = await removeAppointment(actor, asked, now());
  return finish(values, outcome, `/posts/appointments/${appointmentId}?done=remove`);
}

function refuse(values: Errors, errors: Errors, status = 422) {
  return data({ values, errors }, { status });
}

function finish(values: Errors, outcome: Outcome<null, LeaveRefusal | RemoveRefusal>, to: string) {
  return outcome.ok ? redirect(to) : refuse(values, ...explain(outcome.refusal));
}

function explain(refusal: LeaveRefusal | RemoveRefusal): [Errors, number] {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "removed":
      return [{ form: "这条聘用登记已撤销，不能再办" }, 409];
    case "changedByOthers":
      return [{ form: "别人刚刚改过这条聘用登记，请重新载入本页，核对后再办" }, 409];
    case "proposed":
      return [{ form: "还没有确认聘用，不办退岗；不聘的请撤销登记" }, 409];
    case "hasLeft":
      return [{ form: "已登记退岗，请重新载入本页" }, 409];
    case "hasNotLeft":
      return [{ form: "没有登记过退岗，请重新载入本页" }, 409];
    case "notYet":
      return [{ leftOn: "最后在岗日还没有到，离开后再登记" }, 422];
    case "workedAfter":
      return [{ leftOn: workedText(refusal.days) }, 409];
    case "outsideTerm": {
      const { startsOn, endsOn } = refusal;
      return [
        { leftOn: `任期 ${startsOn} 至 ${endsOn}：提前退岗应在 ${endsOn} 以前，到期的不用登记` },
        422,
      ];
    }
    case "wagesStand":
      return [{ form: wagesText(refusal.month) }, 409];
    case "stands":
      return [{ form: Object.values(errorsOf(refusal.findings)).join("") }, 409];
  }
}

function wagesText({ month, state }: WageMonth): string {
  const name = monthName(month);
  switch (state) {
    case "draft":
    case "returned":
      return `此人已列入 ${name}的工资表，请先从工资表中移出`;
    case "submitted":
      return `${name}的工资表已报审，请先由审核人退回，再从工资表中移出或改正`;
    case "approved":
    case "locked":
      return `${name}的工资表${WAGE_SHEET_STATE_LABELS[state]}，不能再改；多发、少发的登记工资更正`;
  }
}

const MOST_DAYS = 5;

function workedText(days: readonly string[]): string {
  const named = days.slice(0, MOST_DAYS).join("、");
  const more = days.length > MOST_DAYS ? ` 等 ${days.length} 天` : "";
  return `考勤在最后在岗日以后记有出勤：${named}${more}。请先核对，改正考勤或最后在岗日`;
}
