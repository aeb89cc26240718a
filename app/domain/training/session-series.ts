import { z } from "zod";
import { addDays, daysBetween } from "~/domain/shared/calendar-date";
import type { SessionForm } from "./session-form";
import { sessionClock, sessionDay, sessionHours, sessionText } from "./session-form";
import { weekdayOf } from "./weekday";

/** A class of half a year is the longest the forms foresee. */
export const MOST_DAYS = 200;

const slot = (label: string) =>
  z
    .object({
      startsAt: sessionClock(`${label}开始时间`),
      endsAt: sessionClock(`${label}结束时间`),
      classHours: sessionHours,
    })
    .refine((one) => one.endsAt > one.startsAt, {
      path: ["endsAt"],
      message: `${label}结束时间须晚于开始时间`,
    })
    .nullable();

/** Many sessions alike: from day to day, on these weekdays, in the morning, the afternoon or both. */
export const seriesForm = z
  .object({
    fromOn: sessionDay("起始日期"),
    toOn: sessionDay("截止日期"),
    weekdays: z.array(z.number().int().min(0).max(6)).min(1, "请至少选一个上课的星期"),
    morning: slot("上午"),
    afternoon: slot("下午"),
    place: sessionText("地点", 40),
    teacher: sessionText("教师", 20),
    topic: z.string().trim().max(60, "内容不超过 60 个字"),
  })
  .refine((form) => form.toOn >= form.fromOn, {
    path: ["toOn"],
    message: "截止日期不能早于起始日期",
  })
  .refine((form) => daysBetween(form.fromOn, form.toOn) < MOST_DAYS, {
    path: ["toOn"],
    message: `一次最多排 ${MOST_DAYS} 天，请分段登记`,
  })
  .refine((form) => form.morning !== null || form.afternoon !== null, {
    path: ["morning"],
    message: "请至少选上午或下午",
  });

export type SeriesForm = z.infer<typeof seriesForm>;

/** The sessions the series stands for, in the order of time. */
export function plannedSessions(series: SeriesForm): readonly SessionForm[] {
  const { fromOn, toOn, weekdays, morning, afternoon, place, teacher, topic } = series;
  const slots = [morning, afternoon].filter((one) => one !== null);
  const days = Array.from({ length: daysBetween(fromOn, toOn) + 1 }, (_, at) =>
    addDays(fromOn, at),
  ).filter((day) => weekdays.includes(weekdayOf(day)));
  return days.flatMap((heldOn) =>
    slots.map((times) => ({ heldOn, ...times, place, teacher, topic })),
  );
}
