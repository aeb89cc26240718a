import { z } from "zod";
import { orNull, requiredText, writtenDay } from "../shared/form-fields";

/** 扶贫车间: how its recognition stands on a day (问题清单 "扶贫车间认定不规范": nothing is recognised on its word). */
export type WorkshopState = "NOT_YET" | "AWAITING_PROOF" | "RECOGNISED" | "LAPSED" | "WITHDRAWN";

export const WORKSHOP_STATE_LABELS: Readonly<Record<WorkshopState, string>> = {
  NOT_YET: "尚未生效",
  AWAITING_PROOF: "待补认定材料",
  RECOGNISED: "已认定",
  LAPSED: "认定已到期",
  WITHDRAWN: "认定已撤销",
};

export const WORKSHOP_STATES = Object.keys(WORKSHOP_STATE_LABELS) as readonly WorkshopState[];

export interface Recognition {
  readonly recognisedOn: string;
  /** The last day in force; null while no end is set. */
  readonly validTo: string | null;
  /** The first day it is in force no more. */
  readonly withdrawnOn: string | null;
  /** Standing documents of recognition; photographs prove no recognition. */
  readonly proofs: number;
}

/** What stands in the way comes before what is missing: a recognition that has ended needs no more proof. */
export function workshopStateOn(one: Recognition, on: string): WorkshopState {
  if (one.withdrawnOn !== null && one.withdrawnOn <= on) return "WITHDRAWN";
  if (one.recognisedOn > on) return "NOT_YET";
  if (one.validTo !== null && one.validTo < on) return "LAPSED";
  return one.proofs > 0 ? "RECOGNISED" : "AWAITING_PROOF";
}

/** People still placed at a workshop whose recognition is over: somebody has to look at one of the two. */
export function isWorkingOn(state: WorkshopState, workers: number): boolean {
  return workers > 0 && (state === "LAPSED" || state === "WITHDRAWN");
}

export const workshopForm = z
  .object({
    name: requiredText("车间名称", 60),
    regionCode: z
      .string("请选择所在乡镇或行政村")
      .regex(/^\d{6}(\d{3}){0,2}$/, "请选择所在乡镇或行政村"),
    recognisedOn: writtenDay("认定日期"),
    recognisedBy: requiredText("认定单位", 60),
    documentNumber: requiredText("认定文号", 60),
    validTo: orNull(writtenDay("有效期至")),
  })
  .refine(({ recognisedOn, validTo }) => validTo === null || recognisedOn <= validTo, {
    path: ["validTo"],
    error: "有效期至不能早于认定日期",
  });

export type WorkshopForm = z.infer<typeof workshopForm>;

export const withdrawalForm = z.object({
  withdrawnOn: writtenDay("撤销日期"),
  reason: requiredText("撤销原因", 300),
});

export type WithdrawalForm = z.infer<typeof withdrawalForm>;

/** The last day of each of the past `years` years, the latest first: days by which jobs are compared. */
export function yearEndsBefore(today: string, years: number): readonly string[] {
  const year = Number(today.slice(0, 4));
  return Array.from({ length: years }, (_, back) => `${year - 1 - back}-12-31`);
}
