import { z } from "zod";
import { PLACEMENT_LIMITS } from "../placements/limits";
import { optionalText, orNull, requiredText } from "../shared/form-fields";
import { checkPhone } from "../shared/phone-number";
import { creditCodeField } from "../training/provider";
import { EMPLOYER_KINDS, mayLackCode } from "./employer";

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
  })
  .refine(({ creditCode, kind }) => creditCode !== null || mayLackCode(kind), {
    path: ["creditCode"],
    error: "请填写统一社会信用代码；只有个体工商户、合作社、家庭或个人雇主可以暂缺",
  })
  .transform(({ dropPhone, ...form }) => ({
    ...form,
    contactPhone: form.contactPhone ?? (dropPhone === undefined ? null : ""),
  }));

export type EmployerForm = z.infer<typeof employerForm>;
