import { z } from "zod";
import { orNull, requiredText, writtenDay } from "~/domain/shared/form-fields";
import { toRegionCode } from "~/domain/shared/region-code";
import { toParameterId } from "./parameter";
import { valueProblem } from "./parameter-range";

const MOST = 999_999_999;

const number = z.string().transform((typed, context) => {
  const plain = typed.normalize("NFKC").replace(/[\s,]/g, "");
  const value = /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? Number(plain) : NaN;
  if (value <= MOST) return value;
  context.addIssue({ code: "custom", message: "请填写数值，最多两位小数" });
  return z.NEVER;
});

/** A value of a parameter for an area, from a day on. It is never edited, only withdrawn and entered anew. */
export const parameterForm = z
  .object({
    parameter: z.string().transform((text, context) => {
      const id = toParameterId(text);
      if (id !== null) return id;
      context.addIssue({ code: "custom", message: "请选择参数" });
      return z.NEVER;
    }),
    regionCode: z
      .string()
      .refine((code) => code.length === 6 && toRegionCode(code) !== null, "请选择适用地区"),
    value: number,
    fromOn: writtenDay("起始日"),
    toOn: orNull(writtenDay("截止日")),
    source: requiredText("依据", 200),
  })
  .superRefine(({ parameter, value, fromOn, toOn }, context) => {
    if (toOn !== null && toOn < fromOn) {
      context.addIssue({ code: "custom", path: ["toOn"], message: "截止日不能早于起始日" });
    }
    const message = valueProblem(parameter, value);
    if (message !== null) context.addIssue({ code: "custom", path: ["value"], message });
  });

export type ParameterForm = z.infer<typeof parameterForm>;
