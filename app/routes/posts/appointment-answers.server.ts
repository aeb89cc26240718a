import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import {
  explainPerson,
  isPersonRefusal,
  type PersonRefusalKind,
} from "~/domain/people/person-refusal";
import { placedPersonForm } from "~/domain/placements/filing";
import { appointmentForm } from "~/domain/posts/appointment";
import type { AppointmentFinding } from "~/domain/posts/appointment-findings";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import {
  changeAppointment,
  verifyAppointment,
  type ChangeRefusal,
} from "~/usecases/posts/change-appointment.server";
import {
  proposeAppointment,
  type ProposeRefusal,
} from "~/usecases/posts/propose-appointment.server";
import { errorsOf } from "./finding-errors";
import { errorsByField, typedValues } from "./form-values";

type Errors = Record<string, string>;

/** Answers the form that proposes somebody. */
export async function answerProposal(actor: Actor, form: FormData) {
  const values = typedValues(form);
  const read = appointmentForm.safeParse(values);
  const { personId = "" } = values;
  const { chosen, typed } = placedPersonForm;
  const person = personId === "" ? typed.safeParse(values) : chosen.safeParse({ personId });
  const errors = {
    ...(person.success ? {} : errorsByField(person.error)),
    ...(read.success ? {} : errorsByField(read.error)),
  };
  if (!read.success || !person.success) return refuse(values, { errors, stands: [], status: 422 });
  const asked = { person: person.data, form: read.data };
  const outcome = await proposeAppointment(actor, asked, now());
  if (outcome.ok) return redirect(`/posts/appointments/${outcome.value}?done=appoint`);
  return refuse(values, explain(outcome.refusal));
}

/** Answers the form that corrects a proposed appointment. */
export async function answerChange(actor: Actor, appointmentId: string, form: FormData) {
  const values = typedValues(form);
  const read = appointmentForm.safeParse(values);
  if (!read.success) {
    return refuse(values, { errors: errorsByField(read.error), stands: [], status: 422 });
  }
  const asked = { appointmentId, version: Number(values["version"]) };
  const outcome = await changeAppointment(actor, asked, read.data, now());
  if (outcome.ok) return redirect(`/posts/appointments/${appointmentId}?done=change`);
  return refuse(values, explain(outcome.refusal));
}

/** Answers the button that asks everything about an appointment again. */
export async function answerVerifying(actor: Actor, appointmentId: string, form: FormData) {
  const values = typedValues(form);
  const asked = { appointmentId, version: Number(values["version"]) };
  const outcome = await verifyAppointment(actor, asked, now());
  if (outcome.ok) return redirect(`/posts/appointments/${appointmentId}?done=verify`);
  return refuse(values, explain(outcome.refusal));
}

interface Explained {
  readonly errors: Errors;
  readonly stands: readonly AppointmentFinding[];
  readonly status: number;
}

function refuse(values: Errors, { errors, stands, status }: Explained) {
  return data({ values, errors, stands }, { status });
}

function explain(refusal: ProposeRefusal | ChangeRefusal): Explained {
  if (refusal.kind === "stands") {
    return { errors: errorsOf(refusal.findings), stands: refusal.findings, status: 422 };
  }
  const [errors, status] = isAboutPerson(refusal)
    ? [explainPerson(refusal.kind), 422]
    : explainRest(refusal);
  return { errors, stands: [], status };
}

type Rest = Exclude<
  ProposeRefusal | ChangeRefusal,
  { readonly kind: "stands" | PersonRefusalKind }
>;

function isAboutPerson(refusal: {
  readonly kind: string;
}): refusal is { readonly kind: PersonRefusalKind } {
  return isPersonRefusal(refusal.kind);
}

function explainRest(refusal: Rest): [Errors, number] {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "quotaUnknown":
      return [{ quotaId: "请选择此人户籍县的岗位指标" }, 422];
    case "replacesNobody":
      return [{ form: "没有找到被替补的岗位：只能替补本县已聘用的人" }, 422];
    case "replacedAlready":
      return [{ form: "已有人替补这个岗位，一名退岗人员只能由一人替补" }, 409];
    case "replacesTooEarly":
      return [{ startsOn: `被替补的人 ${refusal.leftOn} 才离开，请在次日以后上岗` }, 422];
    case "confirmed":
      return [
        { form: "已确认聘用的不能修改：人提前离开的办理退岗，登记有误的由审核人撤销后重新登记" },
        409,
      ];
    case "onNotice":
      return [{ form: "已按现有内容公示，不能修改；确需修改的，先撤回公示" }, 409];
    case "removed":
      return [{ form: "这条聘用登记已撤销，不能再办" }, 409];
    case "changedByOthers":
      return [{ form: "别人刚刚改过这条聘用登记，请重新载入本页，核对后再办" }, 409];
  }
}
