import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { reasonForm } from "~/domain/placements/ending";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import {
  checkOverlaps,
  type CheckOverlapsRefusal,
} from "~/usecases/placements/check-overlaps.server";
import { byField, typedValues } from "./filing-answers.server";

/** Answers the form that finds a line's overlaps in order. */
export async function answerOverlapCheck(actor: Actor, placementId: string, form: FormData) {
  const values = typedValues(form);
  const refuse = (errors: Record<string, string>, status: number) =>
    data({ values, errors }, { status });
  const read = reasonForm.safeParse(values);
  if (!read.success) return refuse(byField(read.error.issues), 422);
  const shown = { version: Number(values["version"]), seen: Number(values["seen"]) };
  const outcome = await checkOverlaps(actor, { placementId, ...shown, ...read.data }, now());
  if (outcome.ok) return redirect(`/placements/${placementId}?done=overlaps`);
  return refuse({ form: messageOf(outcome.refusal) }, 409);
}

function messageOf(refusal: CheckOverlapsRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "removed":
      return "这条登记已移出台账，不用再核对";
    case "changedByOthers":
      return "这条登记或时间重叠的情况刚有变动，请看过最新情况后再核对";
    case "noneOpen":
      return "没有待核对的时间重叠，请重新载入本页";
  }
}
