import { z } from "zod";
import { parseWrittenDate } from "~/domain/shared/written-date";
import { readClock } from "./timetable";

/** Most 课时 of one session: a day of teaching. */
export const MOST_HOURS = 12;

/** A required text of at most so many characters. */
export const sessionText = (label: string, max: number) =>
  z.string().trim().min(1, `请填写${label}`).max(max, `${label}不超过 ${max} 个字`);

export const sessionDay = (label: string) =>
  z.string().transform((value, context) => {
    const day = parseWrittenDate(value);
    if (day !== null) return day;
    context.addIssue({ code: "custom", message: `${label}请写成 2020-06-01 的样子` });
    return z.NEVER;
  });

export const sessionClock = (label: string) =>
  z.string().transform((value, context) => {
    const minutes = readClock(value);
    if (minutes !== null) return minutes;
    context.addIssue({ code: "custom", message: `${label}请写成 08:30 的样子` });
    return z.NEVER;
  });

/** 课时: one decimal at most, as the column keeps it. */
export const sessionHours = z
  .string()
  .trim()
  .regex(/^\d{1,2}(\.\d)?$/, "课时请填数字，最多一位小数，如 4 或 3.5")
  .transform(Number)
  .refine((hours) => hours > 0 && hours <= MOST_HOURS, `课时须大于 0，不超过 ${MOST_HOURS}`);

/** What an officer types for one session. */
export const sessionForm = z
  .object({
    heldOn: sessionDay("上课日期"),
    startsAt: sessionClock("开始时间"),
    endsAt: sessionClock("结束时间"),
    classHours: sessionHours,
    place: sessionText("地点", 40),
    teacher: sessionText("教师", 20),
    topic: z.string().trim().max(60, "内容不超过 60 个字"),
  })
  .refine((form) => form.endsAt > form.startsAt, {
    path: ["endsAt"],
    message: "结束时间须晚于开始时间",
  });

export type SessionForm = z.infer<typeof sessionForm>;
