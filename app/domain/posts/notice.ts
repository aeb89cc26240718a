import { z } from "zod";
import { optionalText, orNull, requiredText, writtenDay } from "../shared/form-fields";
import { daysBetween, type CalendarDate } from "../shared/calendar-date";

/** 公示: the public is told, then it is over, or taken back. */
export type NoticeState = "open" | "closed" | "withdrawn";

export const NOTICE_STATE_LABELS: Readonly<Record<NoticeState, string>> = {
  open: "公示中",
  closed: "已结束",
  withdrawn: "已撤回",
};

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

/** Days that a notice hangs, its first and last both counted. */
export function noticeDays(fromOn: CalendarDate, toOn: CalendarDate): number {
  return daysBetween(fromOn, toOn) + 1;
}

export const noticeForm = z
  .object({
    title: requiredText("公示标题", 60),
    fromOn: writtenDay("公示开始日"),
    toOn: writtenDay("公示截止日"),
    place: requiredText("公示地点", 60),
    contact: requiredText("受理异议的联系方式", 60),
  })
  .refine(({ fromOn, toOn }) => fromOn <= toOn, {
    path: ["toOn"],
    error: "公示截止日不能早于开始日",
  });

export type NoticeForm = z.infer<typeof noticeForm>;

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

export const closingForm = z.object({ closingNote: optionalText("公示情况说明", 200) });
