import type { EnterTargetRefusal } from "~/usecases/targets/enter-target.server";
import type { ReviseTargetRefusal } from "~/usecases/targets/revise-target.server";

const AREA_OUTSIDE = "这个县（市、区）不在责任地区内，或在起算日期至完成时限之间没有与本区结对";

/** A refusal as the form shows it, at its field. */
export function enterRefusal(refusal: EnterTargetRefusal): Record<string, string> {
  switch (refusal.kind) {
    case "forbidden":
      return { form: "您没有为该地区录入目标任务的权限" };
    case "areaOutside":
      return { [`share.${refusal.areaCode}`]: AREA_OUTSIDE };
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
    case "olderDocument":
      return { issuedOn: `新文件的发文日期不能早于原文件（${refusal.issuedOn}）` };
    case "areaOutside":
      return { [`share.${refusal.areaCode}`]: AREA_OUTSIDE };
  }
}
