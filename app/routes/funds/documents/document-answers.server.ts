import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { documentForm, voidForm } from "~/domain/funds/document";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { addDocument, type DocumentRefusal } from "~/usecases/funds/add-document.server";
import { rewriteDocument } from "~/usecases/funds/rewrite-document.server";
import { voidDocument } from "~/usecases/funds/void-document.server";
import { errorsByField, typedValues } from "./form-values";

type Texts = Record<string, string>;

/** Answers the form of a new document. */
export async function answerNewDocument(actor: Actor, form: FormData) {
  const values = typedValues(form);
  const read = documentForm.safeParse(values);
  if (!read.success) return refuse(values, errorsByField(read.error));
  const outcome = await addDocument(actor, read.data, now());
  if (outcome.ok) return redirect(`/documents/${outcome.value}?done=add`);
  return refuse(values, ...explain(outcome.refusal));
}

/** Answers the form that writes a document anew. */
export async function answerDocument(actor: Actor, documentId: string, form: FormData) {
  const values = typedValues(form);
  const read = documentForm.safeParse(values);
  if (!read.success) return refuse(values, errorsByField(read.error));
  const asked = { documentId, version: Number(values["version"]) };
  const outcome = await rewriteDocument(actor, asked, read.data, now());
  if (outcome.ok) return redirect(`/documents/${documentId}?done=change`);
  return refuse(values, ...explain(outcome.refusal));
}

/** Answers the form that takes a document out of use. */
export async function answerVoidDocument(actor: Actor, documentId: string, form: FormData) {
  const values = typedValues(form);
  const read = voidForm.safeParse(values);
  if (!read.success) return refuse(values, errorsByField(read.error));
  const asked = { documentId, version: Number(values["version"]) };
  const outcome = await voidDocument(actor, asked, read.data.reason, now());
  if (outcome.ok) return redirect(`/documents/${documentId}?done=void`);
  return refuse(values, ...explain(outcome.refusal));
}

function refuse(values: Texts, errors: Texts, status = 422) {
  return data({ values, errors }, { status });
}

function explain(refusal: DocumentRefusal): [Texts, number] {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "founding":
      return [{ form: "系统内置的文件不能修改或作废" }, 409];
    case "voided":
      return [{ form: "这个文件已作废" }, 409];
    case "changedByOthers":
      return [{ form: "别人刚刚改过这个文件，请重新载入本页，核对后再改" }, 409];
    case "registered":
      return [{ number: "同一发文单位、文号和日期的文件已经登记，请在文件列表中查找" }, 422];
    case "supersedesUnknown":
      return [{ supersedesId: "没有找到要替代的文件，请重新选择" }, 422];
    case "supersedesWrong":
      return [{ supersedesId: SUPERSEDES_WORDS[refusal.why] }, 422];
    case "used":
      return [{ form: `有 ${refusal.uses} 处资金下达、结转解锁或文件以它为依据，不能作废` }, 422];
  }
}

const SUPERSEDES_WORDS = {
  notLater: "替代的文件应晚于被替代的文件，请核对发文日期",
  notHigher: "只有同一发文单位或上级的文件才能替代它",
  notProvince: "系统内置的文件只能由省级登记的文件替代",
} as const;
