import type { Actor } from "~/domain/access/actor";
import { sessionDay } from "~/domain/training/session-form";
import { now } from "~/platform/clock.server";
import {
  completeClass,
  type CompleteClassRefusal,
} from "~/usecases/training/complete-class.server";
import { recordResults } from "~/usecases/training/record-results.server";
import {
  takeBackCompletion,
  type TakeBackRefusal,
} from "~/usecases/training/take-back-completion.server";
import { classWritingAnswer } from "./class-writing-answer.server";
import {
  completionTexts,
  readResults,
  resultErrors,
  withPasted,
  withRestPassed,
  type CompletionLine,
} from "./completion-answer.server";
import { blockerText } from "./completion-blockers";
import { textsOf } from "./form-issues";

export interface CompletionAnswer {
  /** What was done, for the page's address; null when nothing was. */
  readonly done: "results" | "complete" | "takeBack" | null;
  readonly values: Record<string, string>;
  readonly errors: Record<string, string> | null;
}

/** Saves results, or only fills the form from the pasted column. */
export async function saveFrom(
  actor: Actor,
  classId: string,
  form: FormData,
  lines: readonly CompletionLine[],
): Promise<CompletionAnswer> {
  const intent = form.get("intent");
  const typed = completionTexts(form, lines);
  if (intent === "fill") return { done: null, ...withPasted(typed, lines) };
  const values = intent === "restPassed" ? withRestPassed(typed, lines) : typed;
  const { rows, errors } = readResults(values, lines);
  // Nothing is written while a row is wrong; but whoever may not write here is told so first.
  const isWrong = Object.keys(errors).length > 0;
  const outcome = await recordResults(actor, { classId, rows: isWrong ? [] : rows }, now());
  if (outcome.ok) return { done: "results", values, errors: null };
  const refusal = resultErrors(outcome.refusal, lines);
  const isOnlyEmpty = isWrong && outcome.refusal.kind === "nothing";
  return { done: null, values, errors: isOnlyEmpty ? errors : refusal };
}

export async function completeFrom(
  actor: Actor,
  classId: string,
  form: FormData,
): Promise<CompletionAnswer> {
  const values = textsOf(form, ["completedOn"]);
  const day = sessionDay("结业日期").safeParse(values["completedOn"]);
  // An unreadable day is as good as none: every other blocker is named all the same.
  const completedOn = day.success ? day.data : "";
  const outcome = await completeClass(actor, { classId, completedOn }, now());
  if (outcome.ok) return { done: "complete", values, errors: null };
  const unread = day.success ? undefined : day.error.issues[0]?.message;
  return { done: null, values, errors: { completedOn: unread ?? completeText(outcome.refusal) } };
}

function completeText(refusal: CompleteClassRefusal): string {
  switch (refusal.kind) {
    case "blocked":
      return refusal.blockers.map(blockerText).join("；");
    case "changedByOthers":
      return "培训班刚被他人修改，请核对后再办理";
    case "notFound":
    case "forbidden":
    case "sealed":
    case "completed":
      return classWritingAnswer(refusal);
  }
}

export async function takeBackFrom(
  actor: Actor,
  classId: string,
  form: FormData,
): Promise<CompletionAnswer> {
  const values = textsOf(form, ["reason"]);
  const reason = (values["reason"] ?? "").slice(0, 200);
  const outcome = await takeBackCompletion(actor, { classId, reason }, now());
  if (outcome.ok) return { done: "takeBack", values, errors: null };
  return { done: null, values, errors: { reason: takeBackText(outcome.refusal) } };
}

function takeBackText(refusal: TakeBackRefusal): string {
  switch (refusal.kind) {
    case "notCompleted":
      return "本班还没有结业";
    case "reasonMissing":
      return "请写明撤回结业的原因";
    case "changedByOthers":
      return "培训班刚被他人修改，请核对后再办理";
    case "notFound":
    case "forbidden":
    case "sealed":
      return classWritingAnswer(refusal);
  }
}
