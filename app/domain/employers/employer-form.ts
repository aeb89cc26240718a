import { z } from "zod";
import { PLACEMENT_LIMITS } from "../placements/limits";
import type { CalendarDate } from "../shared/calendar-date";
import { optionalText, orNull, requiredText, writtenDay } from "../shared/form-fields";
import { checkPhone } from "../shared/phone-number";
import { creditCodeField } from "../training/provider";
import { EMPLOYER_KINDS, mayLackCode, type EmployerKind } from "./employer";
import type { Licence } from "./licence";

/** A phone as typed; null while the field is left empty, which leaves what stands. */
const contactPhone = z
  .string()
  .default("")
  .transform((typed, context) => {
    const read = checkPhone(typed.trim(), "text");
    if (read.value !== null) return read.value;
    if (read.fault === "phone-missing") return null;
    context.addIssue({
      code: "custom",
      message: "联系电话应为 11 位手机号，或带区号的固定电话（如 0871-63111111）",
    });
    return z.NEVER;
  });

/** `contactPhone`: in clear to be written; null leaves what stands; empty takes it away. */
export const employerForm = z
  .object({
    name: requiredText("单位名称", PLACEMENT_LIMITS.employerName),
    creditCode: orNull(creditCodeField),
    kind: z.enum(EMPLOYER_KINDS, { error: "请选择单位类型" }),
    address: optionalText("地址", 100),
    contactName: optionalText("联系人", 20),
    contactPhone,
    dropPhone: z.literal("on").optional(),
    licenceNo: optionalText("许可证编号", 40),
    licenceFrom: orNull(writtenDay("首次发证日期")),
    licenceTo: orNull(writtenDay("有效期至")),
  })
  .refine(({ creditCode, kind }) => creditCode !== null || mayLackCode(kind), {
    path: ["creditCode"],
    error: "请填写统一社会信用代码；只有个体工商户、合作社、家庭或个人雇主可以暂缺",
  })
  .transform(({ dropPhone, licenceNo, licenceFrom, licenceTo, ...form }, context) => {
    const read = licenceOf(form.kind, { number: licenceNo, from: licenceFrom, to: licenceTo });
    if ("path" in read) context.addIssue({ code: "custom", ...read });
    return {
      ...form,
      contactPhone: form.contactPhone ?? (dropPhone === undefined ? null : ""),
      licence: "path" in read ? null : read.licence,
    };
  });

interface TypedLicence {
  readonly number: string;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** All of a licence or nothing of it, and of an intermediary alone. */
function licenceOf(
  kind: EmployerKind,
  { number, from, to }: TypedLicence,
): { readonly licence: Licence | null } | { readonly path: string[]; readonly message: string } {
  if (number === "" && from === null && to === null) return { licence: null };
  if (kind !== "INTERMEDIARY") {
    return { path: ["licenceNo"], message: "只有劳务中介机构登记人力资源服务许可证" };
  }
  if (number === "") return { path: ["licenceNo"], message: "请填写许可证编号" };
  if (from === null) return { path: ["licenceFrom"], message: "请填写首次发证日期" };
  if (to === null) return { path: ["licenceTo"], message: "请填写有效期至" };
  if (to < from) return { path: ["licenceTo"], message: "有效期至不能早于发证日期" };
  return { licence: { number, from, to } };
}

export type EmployerForm = z.infer<typeof employerForm>;
