import { z } from "zod";
import {
  CREDIT_CODE_FAULTS,
  faultInCreditCode,
  toCreditCode,
  writtenCreditCode,
} from "~/domain/shared/credit-code";
import { optionalText, orNull, requiredText, writtenDay } from "~/domain/shared/form-fields";

/** A unified social credit code with a sound check character. */
export const creditCodeField = z.string().transform((typed, context) => {
  const code = toCreditCode(typed);
  if (code !== null) return code;
  const fault = faultInCreditCode(writtenCreditCode(typed));
  context.addIssue({ code: "custom", message: CREDIT_CODE_FAULTS[fault ?? "shape"] });
  return z.NEVER;
});

/** Trades as typed, one a line or separated by 、，； ; each once. */
const trades = z.string().transform((typed, context) => {
  const names = typed.split(/[\n、，,；;]+/).map((name) => name.trim());
  const found = [...new Set(names.filter((name) => name !== ""))];
  const problem =
    found.length === 0
      ? "请填写培训工种，每行一个"
      : found.some((name) => name.length > 40)
        ? "每个工种不超过 40 个字"
        : found.length > 100
          ? "工种不超过 100 个"
          : null;
  if (problem === null) return found;
  context.addIssue({ code: "custom", message: problem });
  return z.NEVER;
});

export const providerForm = z.object({
  name: requiredText("机构名称", 60),
  creditCode: creditCodeField,
  licenceNo: optionalText("办学许可证号", 40),
  licenceTo: orNull(writtenDay("许可证有效期至")),
  trades,
  address: optionalText("地址", 100),
  contactName: optionalText("联系人", 20),
});

export type ProviderForm = z.infer<typeof providerForm>;

export const suspensionForm = z
  .object({
    fromOn: writtenDay("暂停起始日"),
    toOn: orNull(writtenDay("暂停截止日")),
    reason: requiredText("原因", 300),
    source: requiredText("依据", 200),
  })
  .refine(({ fromOn, toOn }) => toOn === null || fromOn <= toOn, {
    path: ["toOn"],
    error: "暂停截止日不能早于起始日",
  });

export type SuspensionForm = z.infer<typeof suspensionForm>;

/** Days (`YYYY-MM-DD`), both inclusive; no end while it lasts. */
export interface SuspensionPeriod {
  readonly fromOn: string;
  readonly toOn: string | null;
}

export function isSuspendedOn(periods: readonly SuspensionPeriod[], on: string): boolean {
  return periods.some(({ fromOn, toOn }) => fromOn <= on && (toOn === null || on <= toOn));
}
