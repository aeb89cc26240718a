import { z } from "zod";
import { optionalText } from "../shared/form-fields";

/** One outcome for one participant: the figures of a fair are disjoint and add up to its participants. */
export type FairOutcome = "ATTENDED" | "OFFERED" | "DECLINED" | "PLACED";

export const FAIR_OUTCOME_LABELS: Readonly<Record<FairOutcome, string>> = {
  ATTENDED: "参加，尚无意向",
  OFFERED: "达成意向",
  DECLINED: "未达成或放弃",
  PLACED: "已上岗",
};

export const FAIR_OUTCOMES = Object.keys(FAIR_OUTCOME_LABELS) as readonly FairOutcome[];

export const outcomeForm = z.object({
  outcome: z.enum(["ATTENDED", "OFFERED", "DECLINED", "PLACED"], { error: "请选择结果" }),
  employerId: z.string().default(""),
  placementId: z.string().default(""),
  note: optionalText("备注", 200),
});

export type OutcomeForm = z.infer<typeof outcomeForm>;
