import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { reasonForm } from "~/domain/placements/ending";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import {
  checkOverlaps,
  type CheckOverlapsRefusal,
} from "~/usecases/placements/check-overlaps.server";
import { verifyPlacement, type VerifyRefusal } from "~/usecases/placements/verify-placement.server";
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
  return refuse({ form: overlapMessage(outcome.refusal) }, 409);
}

function overlapMessage(refusal: CheckOverlapsRefusal): string {
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

/** Answers the form that asks the registry again. */
export async function answerVerification(actor: Actor, placementId: string, form: FormData) {
  const asked = { placementId, version: Number(form.get("version")) };
  const outcome = await verifyPlacement(actor, asked, now());
  if (outcome.ok) return redirect(`/placements/${placementId}?done=verify`);
  const errors: Record<string, string> = { form: verifyMessage(outcome.refusal) };
  return data({ values: {}, errors }, { status: 409 });
}

function verifyMessage(refusal: VerifyRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "removed":
      return "这条登记已移出台账，不再查验";
    case "changedByOthers":
      return "别人刚刚改过这条登记，请核对后再查验一次";
    case "noSnapshot":
      return "上岗当日没有可用的建档立卡数据，请先导入";
  }
}
