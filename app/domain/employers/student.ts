import { z } from "zod";
import { optionalText, requiredText, writtenDay } from "../shared/form-fields";

/** 在沪职业院校就读学生, followed until placed (协作要点 2021, 14(3)). */
export type StudentState =
  "STUDYING" | "LOOKING" | "OFFERED" | "PLACED" | "FURTHER_STUDY" | "LEFT_SCHOOL";

export const STUDENT_STATE_LABELS: Readonly<Record<StudentState, string>> = {
  STUDYING: "在读",
  LOOKING: "求职中",
  OFFERED: "已有录用意向",
  PLACED: "已就业",
  FURTHER_STUDY: "升学",
  LEFT_SCHOOL: "离校不再跟踪",
};

export const STUDENT_STATES = Object.keys(STUDENT_STATE_LABELS) as readonly StudentState[];

/** Still to be followed: nobody knows yet what becomes of them. */
export const OPEN_STATES: readonly StudentState[] = ["STUDYING", "LOOKING", "OFFERED"];

export const studentForm = z
  .object({
    schoolName: requiredText("学校名称", 60),
    districtCode: z
      .string()
      .default("")
      .transform((code) => (/^31\d{4}$/.test(code) ? code : null)),
    major: requiredText("专业", 60),
    enrolledOn: writtenDay("入学日期"),
    graduatesOn: writtenDay("毕业日期"),
    note: optionalText("备注", 300),
  })
  .refine(({ enrolledOn, graduatesOn }) => enrolledOn <= graduatesOn, {
    path: ["graduatesOn"],
    error: "毕业日期不能早于入学日期",
  });

export type StudentForm = z.infer<typeof studentForm>;
