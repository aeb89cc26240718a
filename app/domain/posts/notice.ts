import { z } from "zod";
import { optionalText, requiredText, writtenDay } from "../shared/form-fields";
import { daysBetween, type CalendarDate } from "../shared/calendar-date";

/** 公示: the public is told, then it is over, or taken back. */
export type NoticeState = "open" | "closed" | "withdrawn";

export const NOTICE_STATE_LABELS: Readonly<Record<NoticeState, string>> = {
  open: "公示中",
  closed: "已结束",
  withdrawn: "已撤回",
};

/** 补录: it began before the day on which it was entered. */
export function isEnteredLate(fromOn: CalendarDate, enteredOn: CalendarDate): boolean {
  return fromOn < enteredOn;
}

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

export const closingForm = z.object({ closingNote: optionalText("公示情况说明", 200) });
