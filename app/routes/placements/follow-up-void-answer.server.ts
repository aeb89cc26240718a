import { redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import {
  voidFollowUp,
  type VoidFollowUpRefusal,
} from "~/usecases/placements/void-follow-up.server";
import { refusal } from "./follow-up-answers.server";

/** Answers the form in the history that voids a contact. */
export async function answerVoidContact(actor: Actor, placementId: string, form: FormData) {
  const values = {
    voidId: String(form.get("voidId") ?? ""),
    reason: String(form.get("reason") ?? "").slice(0, 200),
  };
  const asked = { placementId, followUpId: values.voidId, reason: values.reason };
  const outcome = await voidFollowUp(actor, asked, now());
  if (outcome.ok) return redirect(`/placements/${placementId}/follow-ups?done=void`);
  return refusal({ reason: messageOf(outcome.refusal) }, values);
}

function messageOf(why: VoidFollowUpRefusal): string {
  switch (why.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "removed":
      return "这条登记已移出台账，回访记录不再变动";
    case "reasonMissing":
      return "请写明作废的原因";
    case "voided":
      return "没有找到这条回访，或它已作废，请重新载入本页";
    case "changedByOthers":
      return "这条登记刚被他人更新，请看过最新情况后再作废";
  }
}
