import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { endingForm, reasonForm } from "~/domain/placements/ending";
import type { Outcome } from "~/domain/shared/outcome";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import {
  leaveJob,
  reopenPlacement,
  type EndRefusal,
  type ReopenRefusal,
} from "~/usecases/placements/end-placement.server";
import { removePlacement } from "~/usecases/placements/remove-placement.server";
import { byField, typedValues } from "./filing-answers.server";

type Errors = Record<string, string>;

/** Answers the page on which somebody leaves, or never left. */
export async function answerEnding(actor: Actor, placementId: string, form: FormData) {
  const values = typedValues(form);
  const asked = { placementId, version: Number(values["version"]) };
  const at = `/placements/${placementId}`;
  if (values["intent"] === "reopen") {
    const read = reasonForm.safeParse(values);
    if (!read.success) return refuse(values, byField(read.error.issues));
    const outcome = await reopenPlacement(actor, { ...asked, ...read.data }, now());
    return finish(values, outcome, `${at}?done=reopen`);
  }
  const read = endingForm.safeParse(values);
  if (!read.success) return refuse(values, byField(read.error.issues));
  return finish(values, await leaveJob(actor, asked, read.data, now()), `${at}?done=end`);
}

/** Answers the page on which a line is taken out. */
export async function answerRemoval(actor: Actor, placementId: string, form: FormData) {
  const values = typedValues(form);
  const read = reasonForm.safeParse(values);
  if (!read.success) return refuse(values, byField(read.error.issues));
  const asked = { placementId, version: Number(values["version"]), ...read.data };
  const outcome = await removePlacement(actor, asked, now());
  return finish(values, outcome, "/placements?done=remove");
}

function refuse(values: Errors, errors: Errors, status = 422) {
  return data({ values, errors }, { status });
}

function finish(values: Errors, outcome: Outcome<null, EndRefusal | ReopenRefusal>, to: string) {
  return outcome.ok ? redirect(to) : refuse(values, ...explain(outcome.refusal));
}

function explain(refusal: EndRefusal | ReopenRefusal): [Errors, number] {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "removed":
      return [{ form: "这条登记已移出台账，不能再办" }, 409];
    case "changedByOthers":
      return [{ form: "别人刚刚改过这条登记，请重新载入本页，核对后再办" }, 409];
    case "hasEnded":
      return [{ form: `已登记 ${refusal.endedOn} 离岗，请重新载入本页` }, 409];
    case "notEnded":
      return [{ form: "这条登记没有离岗，请重新载入本页" }, 409];
    case "beforeItBegan":
      return [{ endedOn: `${refusal.startedOn} 上岗，离岗不能更早` }, 422];
    case "notYet":
      return [{ endedOn: "离岗日期还没有到，离开后再登记" }, 422];
  }
}
