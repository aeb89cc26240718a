import { data, redirect } from "@remix-run/node";
import type { PotHead } from "~/data/funds/pot-head-view.server";
import type { Actor } from "~/domain/access/actor";
import { voidForm } from "~/domain/funds/document";
import { now } from "~/platform/clock.server";
import { voidPot, type VoidPotRefusal } from "~/usecases/funds/void-pot.server";
import { errorsByField, typedValues } from "../documents/form-values";
import { explainPot } from "./pot-refusals.server";

/** Answers the form that takes a pot out of every sum. */
export async function answerVoidPot(
  actor: Actor,
  head: Pick<PotHead, "id" | "version">,
  form: FormData,
) {
  const values = typedValues(form);
  const read = voidForm.safeParse(values);
  if (!read.success) return data({ values, errors: errorsByField(read.error) }, { status: 422 });
  const { reason } = read.data;
  // A form without the version was opened on the pot as it is.
  const version = Number(values["version"] ?? head.version);
  const outcome = await voidPot(actor, { potId: head.id, version, reason }, now());
  if (outcome.ok) return redirect(`/funds/${head.id}?done=void`);
  const errors: Record<string, string> = { form: explain(outcome.refusal) };
  return data({ values, errors }, { status: 409 });
}

function explain(refusal: VoidPotRefusal): string {
  switch (refusal.kind) {
    case "changedByOthers":
      return "别人刚刚改过这个项目，请重新载入本页";
    case "sourceClosed":
      return "原项目已通过验收并收尾，结转不能再退回";
    case "used":
      return "已有到账、支出、补贴、收尾或结转登记在这个项目上，不能作废；登记错的先逐条作废";
    case "notFound":
    case "forbidden":
    case "voided":
    case "closed":
    case "afterAccounts":
      return explainPot(refusal);
  }
}
