import { data } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { endsTheJob, toFollowUpOutcome } from "~/domain/placements/follow-up";
import { followUpForm } from "~/domain/placements/follow-up-form";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import {
  recordFollowUp,
  type FollowUpToRecord,
  type RecordedFollowUp,
  type RecordFollowUpRefusal,
} from "~/usecases/placements/record-follow-up.server";
import {
  revealPhoneForFollowUp,
  type RevealPhoneRefusal,
} from "~/usecases/placements/reveal-phone-for-follow-up.server";

/** What the forms of the follow-up pages answer when they do not lead on. */
export interface FollowUpAnswer {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  /** A number that was asked for, and whose. */
  readonly shown: { readonly placementId: string; readonly phone: string } | null;
}

const NO_STORE = { headers: { "Cache-Control": "no-store" } };

/** The telephone number of a placed person, for the page and no cache to keep. */
export async function phoneFor(actor: Actor, placementId: string) {
  if (!isUuid(placementId)) throw notFound();
  const outcome = await revealPhoneForFollowUp(actor, placementId, now());
  if (!outcome.ok) return refusal({ phone: phoneMessage(outcome.refusal) });
  const answer: FollowUpAnswer = {
    ...{ values: {}, errors: {} },
    shown: { placementId, ...outcome.value },
  };
  return data(answer, NO_STORE);
}

/** What was recorded, and of which placement. */
export type Saved = RecordedFollowUp & { readonly placementId: string };

/** A one-key entry (`ON_JOB <placement> <version>`): by telephone, today; what was recorded, or what was wrong. */
export async function recordQuickly(
  actor: Actor,
  quick: string,
): Promise<Saved | ReturnType<typeof refusal>> {
  const [word = "", placementId = "", version = ""] = quick.split(" ");
  const outcome = toFollowUpOutcome(word);
  if (outcome === null || endsTheJob(outcome)) {
    return refusal({ quick: "换岗、返乡要填写最后工作日，请点“详细”登记" });
  }
  const contactedOn = dayInChina(now());
  const entry = followUpForm.parse({ outcome, contactedOn, method: "PHONE" });
  return saved(actor, { placementId, version: Number(version), entry });
}

/** Writes the entry down; what was recorded, or what was wrong, by the field it concerns. */
export async function saved(
  actor: Actor,
  toRecord: FollowUpToRecord,
  values: Readonly<Record<string, string>> = {},
): Promise<Saved | ReturnType<typeof refusal>> {
  if (!isUuid(toRecord.placementId)) throw notFound();
  const outcome = await recordFollowUp(actor, toRecord, now());
  const { placementId } = toRecord;
  return outcome.ok
    ? { ...outcome.value, placementId }
    : refusal(errorsOf(outcome.refusal), values);
}

export function refusal(
  errors: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>> = {},
) {
  const answer: FollowUpAnswer = { values, errors, shown: null };
  return data(answer, { status: 422 });
}

function errorsOf(why: RecordFollowUpRefusal): Record<string, string> {
  switch (why.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "removed":
      return { outcome: "这条登记已移出台账，不再回访" };
    case "changedByOthers":
      return { outcome: "这条登记刚被他人更新（可能已有人回访），请看过最新情况后再登记" };
    case "inFuture":
      return { contactedOn: "回访日期不能晚于今天" };
    case "beforeStart":
      return { contactedOn: `回访日期不能早于上岗日期 ${why.startedOn}` };
    case "ended":
      return { outcome: `这份工作已在 ${why.endedOn} 结束，之后的情况请在新的就业登记上回访` };
    case "beforeLastContact":
      return {
        contactedOn: `${why.lastContactOn} 已有更近的回访，补记以前的回访不能结束这份工作`,
      };
    case "badLastDay":
      return { endedOn: "最后工作日应在上岗日期和回访日期之间" };
  }
}

function phoneMessage(why: RevealPhoneRefusal): string {
  switch (why.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "noPhone":
      return "没有登记这个人的电话，可向用人单位了解，或在名册中补登";
    case "tooMany":
      return "查看电话过于频繁（每分钟 30 次、每天 300 次），请稍后再试";
  }
}
