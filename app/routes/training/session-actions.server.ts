import type { Actor } from "~/domain/access/actor";
import { sessionForm } from "~/domain/training/session-form";
import { now } from "~/platform/clock.server";
import {
  cancelSession,
  type CancelSessionRefusal,
} from "~/usecases/training/cancel-session.server";
import {
  changeSession,
  type ChangeSessionRefusal,
} from "~/usecases/training/change-session.server";
import { classWritingAnswer } from "./class-writing-answer.server";
import { errorsByField, textsOf } from "./form-issues";
import { SESSION_FIELDS } from "./session-fields";

interface Where {
  readonly classId: string;
  readonly sessionId: string;
  readonly version: number;
}

interface Answer {
  readonly done: string;
  readonly values: Record<string, string>;
  readonly errors: Record<string, string> | null;
}

const STALE = "这次课刚被他人修改，请核对后再办理一次";
const GONE = "这次课已取消，不能再改";

export async function changeFrom(actor: Actor, where: Where, form: FormData): Promise<Answer> {
  const values = textsOf(form, SESSION_FIELDS);
  const parsed = sessionForm.safeParse(values);
  if (!parsed.success) {
    return { done: "", values, errors: errorsByField(parsed.error.issues) };
  }
  const outcome = await changeSession(actor, { ...where, form: parsed.data }, now());
  if (outcome.ok) return { done: "change", values, errors: null };
  return { done: "", values, errors: { heldOn: changeMessage(outcome.refusal) } };
}

export async function cancelFrom(actor: Actor, where: Where, form: FormData): Promise<Answer> {
  const values = textsOf(form, ["reason"]);
  const reason = (values["reason"] ?? "").slice(0, 200);
  const outcome = await cancelSession(actor, { ...where, reason }, now());
  if (outcome.ok) return { done: "cancel", values, errors: null };
  return { done: "", values, errors: { reason: cancelMessage(outcome.refusal) } };
}

function changeMessage(refusal: ChangeSessionRefusal): string {
  switch (refusal.kind) {
    case "cancelled":
      return GONE;
    case "hasAttendance":
      return "这次课已登记考勤，日期、时间和课时不能再改；确需更改的，请取消这次课后另行登记";
    case "changedByOthers":
      return STALE;
    case "notFound":
    case "forbidden":
    case "sealed":
    case "completed":
      return classWritingAnswer(refusal);
  }
}

function cancelMessage(refusal: CancelSessionRefusal): string {
  switch (refusal.kind) {
    case "cancelled":
      return GONE;
    case "reasonMissing":
      return "请写明取消的原因";
    case "changedByOthers":
      return STALE;
    case "notFound":
    case "forbidden":
    case "sealed":
    case "completed":
      return classWritingAnswer(refusal);
  }
}
