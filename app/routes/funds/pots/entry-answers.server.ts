import { data, redirect } from "@remix-run/node";
import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { voidEntryForm } from "~/domain/funds/project-form";
import { now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import {
  reviewSpending,
  type ReviewSpendingRefusal,
} from "~/usecases/funds/review-spending.server";
import { voidEntry, type VoidEntryRefusal } from "~/usecases/funds/void-entry.server";
import { errorsByField, typedValues } from "../documents/form-values";
import { ENTRY_NAMES, listOf, type EntryKind } from "./entry-kinds";
import { explainPot } from "./pot-refusals.server";
import { balanceText } from "./pot-text";

interface AskedEntry {
  readonly potId: string;
  readonly kind: EntryKind;
  readonly entryId: string;
}

/** The kind in an address; of any other there is no page. */
export function readEntryKind(text: string | undefined): EntryKind {
  if (text !== undefined && text in ENTRY_NAMES) return text as EntryKind;
  throw notFound();
}

/** What its buttons ask of whoever presses them. */
export function neededFor(kind: EntryKind, form: FormData): Action {
  if (form.get("intent") !== "void") return "fund.review";
  return kind === "progress" ? "fund.manage" : "fund.write";
}

/** Answers the buttons of an entry's page. */
export async function answerEntry(actor: Actor, asked: AskedEntry, form: FormData) {
  const values = typedValues(form);
  if (values["intent"] === "void") return answerVoid(actor, asked, values);
  if (asked.kind !== "expenditure") throw notFound();
  const outcome = await reviewSpending(actor, asked, now());
  if (outcome.ok) return redirect(`${listOf(asked.kind, asked.potId)}?done=review`);
  return refuse({}, explainReview(outcome.refusal), 409);
}

async function answerVoid(actor: Actor, asked: AskedEntry, values: Record<string, string>) {
  const read = voidEntryForm.safeParse(values);
  if (!read.success) return data({ values, errors: errorsByField(read.error) }, { status: 422 });
  const outcome = await voidEntry(actor, { ...asked, reason: read.data.reason }, now());
  const { kind, potId, entryId } = asked;
  if (outcome.ok) return redirect(`/funds/${potId}/entries/${kind}/${entryId}`);
  return refuse(values, explainVoid(outcome.refusal), 409);
}

function refuse(values: Record<string, string>, form: string, status: number) {
  return data({ values, errors: { form } as Record<string, string> }, { status });
}

function explainReview(refusal: ReviewSpendingRefusal): string {
  switch (refusal.kind) {
    case "samePerson":
      return "登记人不能审核自己的登记，请另一名审核人员办理";
    case "reviewed":
      return "这笔支出已审核";
    case "entryVoided":
      return "这笔支出已作废";
    case "notFound":
    case "forbidden":
    case "voided":
    case "closed":
    case "afterAccounts":
      return explainPot(refusal);
  }
}

function explainVoid(refusal: VoidEntryRefusal): string {
  switch (refusal.kind) {
    case "entryVoided":
      return "这条记录已作废";
    case "moneyGone":
      return `这笔到账已经用了：${balanceText(refusal.balance)}，作废后不够；先作废相应支出或退回结转，再作废到账`;
    case "ofClaims":
      return "这是补贴发放自动列入的支出，有问题的在补贴申领中追回";
    case "notFound":
    case "forbidden":
    case "voided":
    case "closed":
    case "afterAccounts":
      return explainPot(refusal);
  }
}
