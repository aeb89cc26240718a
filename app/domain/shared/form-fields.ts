import { z } from "zod";
import { parseYuan } from "./fen";
import { parseWrittenDate } from "./written-date";

// The fields that forms are made of, each with what it says when it is wrong.

export const requiredText = (label: string, max: number) =>
  z.string(`请填写${label}`).trim().min(1, `请填写${label}`).max(max, `${label}不超过 ${max} 个字`);

export const optionalText = (label: string, max: number) =>
  z.string().trim().max(max, `${label}不超过 ${max} 个字`).default("");

/** A day as people write it (2020年6月1日), as YYYY-MM-DD. */
export const writtenDay = (label: string) =>
  z.string(`请填写${label}`).transform((value, context) => {
    const day = parseWrittenDate(value);
    if (day !== null) return day;
    context.addIssue({ code: "custom", message: `${label}请写成 2020-06-01 的样子` });
    return z.NEVER;
  });

/** A whole number of at least `least`. */
export const wholeNumber = (label: string, least: number, most: number) =>
  z.string(`请填写${label}`).transform((value, context) => {
    const plain = value.normalize("NFKC").trim();
    const number = /^\d{1,7}$/.test(plain) ? Number(plain) : NaN;
    if (number >= least && number <= most) return number;
    context.addIssue({ code: "custom", message: `${label}应为 ${least} 至 ${most} 的整数` });
    return z.NEVER;
  });

/** Yuan as typed, in fen. */
export const yuan = (label: string) =>
  z.string(`请填写${label}`).transform((value, context) => {
    const amount = parseYuan(value);
    if (amount !== null) return amount;
    context.addIssue({
      code: "custom",
      message: `${label}请填写金额（元），最多两位小数，如 720000 或 720000.50`,
    });
    return z.NEVER;
  });

/** The field, or null while it is left empty. */
export const orNull = <Value>(field: z.ZodType<Value, string>) =>
  z
    .string()
    .default("")
    .transform((typed, context) => {
      if (typed.trim() === "") return null;
      const read = field.safeParse(typed);
      if (read.success) return read.data;
      for (const { message } of read.error.issues) context.addIssue({ code: "custom", message });
      return z.NEVER;
    });
