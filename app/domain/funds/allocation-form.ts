import { z } from "zod";
import { optionalText, requiredText } from "../shared/form-fields";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is typed above a table. */
export const allocationForm = z.object({
  documentId: z.string("请选择下达文件").regex(UUID, "请选择下达文件"),
  regionCode: z.string("请选择下达地区").regex(/^\d{6}$/, "请选择下达地区"),
  year: z
    .string("请填写年度")
    .trim()
    .regex(/^20\d{2}$/, "年度请填写四位数字，如 2020")
    .transform(Number),
  title: requiredText("表名", 120),
  money: z.enum(["WAN", "YUAN"], "请选择金额单位"),
  parentRowId: z
    .string()
    .default("")
    .transform((id) => (UUID.test(id) ? id : null)),
  note: optionalText("备注", 500),
  sumsReason: optionalText("合计不符的说明", 300),
  otherReason: optionalText("另行录入的理由", 300),
});
export type AllocationHead = z.infer<typeof allocationForm>;

/** How much of the grid is shown. */
export function gridSize(values: Readonly<Record<string, string>>) {
  const within = (name: string, least: number, most: number) =>
    Math.min(most, Math.max(least, Math.trunc(Number(values[name] ?? 0)) || 0));
  return { columns: within("columns", 2, 6), lines: within("lines", 10, 300) };
}
