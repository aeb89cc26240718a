import type { EnterTargetRefusal } from "~/usecases/targets/enter-target.server";
import type { ReviseTargetRefusal } from "~/usecases/targets/revise-target.server";
import type { VoidTargetRefusal } from "~/usecases/targets/void-target.server";

const FUTURE_DOCUMENT = "发文日期不能晚于今天";
const AREA_OUTSIDE = "这个县（市、区）不在责任地区内，或在起算日期至完成时限之间没有与本区结对";

/** A refusal as the form shows it, at its field. */
export function enterRefusal(refusal: EnterTargetRefusal): Record<string, string> {
  switch (refusal.kind) {
    case "forbidden":
      return { form: "您没有为该地区录入目标任务的权限" };
    case "areaOutside":
      return { [`share.${refusal.areaCode}`]: AREA_OUTSIDE };
    case "futureDocument":
      return { issuedOn: FUTURE_DOCUMENT };
    case "duplicate":
      return { clause: "该地区已有同一文件、同一条款的这项指标；有变动的请按新文件修订" };
  }
}

export function reviseRefusal(
  refusal: Exclude<ReviseTargetRefusal, { kind: "notFound" | "forbidden" }>,
): Record<string, string> {
  switch (refusal.kind) {
    case "revisedBefore":
      return { form: "本任务刚被另一份文件修订，请在修订后的任务上再修订" };
    case "isVoid":
      return { form: "本任务已作废，不能修订" };
    case "futureDocument":
      return { issuedOn: FUTURE_DOCUMENT };
    case "olderDocument":
      return { issuedOn: `新文件的发文日期不能早于原文件（${refusal.issuedOn}）` };
    case "areaOutside":
      return { [`share.${refusal.areaCode}`]: AREA_OUTSIDE };
  }
}

export function voidRefusal(
  refusal: Exclude<VoidTargetRefusal, { kind: "notFound" | "forbidden" }>,
): Record<string, string> {
  switch (refusal.kind) {
    case "voidBefore":
      return { form: "本任务刚被他人作废" };
    case "revisedBefore":
      return { form: "本任务已被另一份文件修订，请在修订后的任务上作废" };
  }
}
