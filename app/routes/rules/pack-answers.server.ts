import { data } from "@remix-run/node";
import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { mayAnywhere } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import {
  refusePack,
  signOffPack,
  type DecidePackRefusal,
} from "~/usecases/rules/decide-pack.server";
import { withdrawPack } from "~/usecases/rules/withdraw-pack.server";

/** The word the page confirms with, or what it says of the form. */
export async function answerPackForm(actor: Actor, packId: string, form: FormData) {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const intent = text("intent");
  const on = dayInChina(now());
  const needed: readonly Action[] =
    intent === "withdraw" ? ["pack.signOff", "pack.import"] : ["pack.signOff"];
  if (!needed.some((one) => mayAnywhere(actor, one, on))) throw forbidden();
  const reason = withNumbersMasked(text("reason").slice(0, 200));
  const values = { intent, reason };
  const refuse = (field: string, message: string) =>
    data({ values, errors: { [field]: message } }, { status: 422 });
  const asked = { packId, version: Number(text("version")) || 0 };
  if (intent !== "signOff" && reason === "") return refuse("reason", "请填写原因");
  const outcome = await carriedOut(actor, intent, { ...asked, reason });
  if (outcome === null) return refuse("form", "请用页面上的按钮办理");
  return outcome.ok ? { done: intent } : refuse("form", wordsOf(outcome.refusal));
}

function carriedOut(
  actor: Actor,
  intent: string,
  asked: { readonly packId: string; readonly version: number; readonly reason: string },
) {
  if (intent === "signOff") return signOffPack(actor, asked, now());
  if (intent === "refuse") return refusePack(actor, asked, now());
  return intent === "withdraw" ? withdrawPack(actor, asked, now()) : null;
}

function wordsOf(refusal: DecidePackRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "changedByOthers":
      return "规则包刚刚被其他人办理，请刷新后再看";
    case "wrongState":
      return "规则包已经办理过";
    case "ownPack":
      return "规则包由您导入，须由另一人签发";
    case "sameDays":
      return `本地区已有同一天起的数值，请先撤销：${refusal.labels.join("、")}`;
  }
}
