import { z } from "zod";
import { requiredText, optionalText, orNull, writtenDay, yuan } from "../shared/form-fields";
import { CLOSURE_STEPS, PROJECT_ELEMENTS } from "./pot";

// What an officer types of a change to a project and of the steps that end it.

export const adjustmentForm = z.object({
  what: requiredText("调整内容", 300),
  amountFen: yuan("涉及资金").refine((amount) => amount > 0, "涉及资金应大于零"),
  changedElements: z.array(z.enum(PROJECT_ELEMENTS)).max(PROJECT_ELEMENTS.length),
  reason: requiredText("调整理由", 300),
  asksApproval: z.enum(["yes", ""]).default(""),
});

export const decisionForm = z.object({
  state: z.enum(["filed", "approved", "refused"], "请选择办理意见"),
  decision: requiredText("办理意见说明", 300),
});

/** 0 to 100 with at most two decimals. */
const points = z.string().transform((typed, context) => {
  const plain = typed.normalize("NFKC").trim();
  const score = /^\d{1,3}(\.\d{1,2})?$/.test(plain) ? Number(plain) : NaN;
  if (score >= 0 && score <= 100) return score;
  context.addIssue({ code: "custom", message: "绩效评分应为 0 至 100，最多两位小数" });
  return z.NEVER;
});

export const closureForm = z.object({
  step: z.enum(CLOSURE_STEPS, "请重新载入本页"),
  doneOn: writtenDay("完成日期"),
  doneByUnit: requiredText("办理单位", 80),
  score: orNull(points),
  note: optionalText("说明", 300),
});

/** Why something entered wrongly goes out of every sum. */
export const voidEntryForm = z.object({ reason: requiredText("作废原因", 300) });
