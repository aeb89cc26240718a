import { z } from "zod";
import { parseWrittenDate } from "~/domain/shared/written-date";

const text = (label: string, max: number) =>
  z.string().trim().min(1, `请填写${label}`).max(max, `${label}不超过 ${max} 个字`);

const writtenDay = (label: string) =>
  z.string().transform((value, context) => {
    const day = parseWrittenDate(value);
    if (day !== null) return day;
    context.addIssue({ code: "custom", message: `${label}请写成 2020-06-01 的样子` });
    return z.NEVER;
  });

/** What an officer types to register a class; the plan and its approval come with the class file. */
export const trainingClassForm = z
  .object({
    countyCode: z.string().regex(/^\d{6}$/, "请选择县（市、区）"),
    name: text("培训班名称", 40),
    term: text("期次", 20),
    trade: text("培训工种", 40),
    place: z.string().trim().max(60, "培训地点不超过 60 个字"),
    providerName: z.string().trim().max(60, "培训机构不超过 60 个字"),
    startsOn: writtenDay("开班日期"),
    endsOn: writtenDay("结业日期"),
  })
  .refine((form) => form.endsOn >= form.startsOn, {
    path: ["endsOn"],
    message: "结业日期不能早于开班日期",
  });

export type TrainingClassForm = z.infer<typeof trainingClassForm>;

/** Class and term as officials say it: 家政服务员（第3期）. */
export function className(one: { readonly name: string; readonly term: string }): string {
  return `${one.name}（${one.term}）`;
}
