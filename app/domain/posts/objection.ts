import { z } from "zod";
import { orNull, requiredText, writtenDay } from "../shared/form-fields";

export type ObjectionWay = "VISIT" | "PHONE" | "LETTER" | "OTHER";

export const OBJECTION_WAY_LABELS: Readonly<Record<ObjectionWay, string>> = {
  VISIT: "来访",
  PHONE: "来电",
  LETTER: "来信",
  OTHER: "其他",
};

export type ObjectionOutcome = "UPHELD" | "DISMISSED";

export const OBJECTION_OUTCOME_LABELS: Readonly<Record<ObjectionOutcome, string>> = {
  UPHELD: "异议成立",
  DISMISSED: "异议不成立",
};

export const objectionForm = z.object({
  /** Null: against the notice as a whole. */
  appointmentId: orNull(z.uuid("请从列表中选择")),
  receivedOn: writtenDay("收到日期"),
  way: z.enum(["VISIT", "PHONE", "LETTER", "OTHER"], "请选择反映方式"),
  content: requiredText("反映的问题", 300),
});

export type ObjectionForm = z.infer<typeof objectionForm>;

export const decisionForm = z.object({
  outcome: z.enum(["UPHELD", "DISMISSED"], "请选择处理结果"),
  decision: requiredText("处理情况", 300),
});

export type DecisionForm = z.infer<typeof decisionForm>;
