import { z } from "zod";
import { withNumbersMasked } from "../people/typed-number";
import { fen, yuanDigits } from "../shared/fen";
import {
  optionalText,
  orNull,
  requiredText,
  wholeNumber,
  writtenDay,
  yuan,
} from "../shared/form-fields";
import { workplaceField } from "./workplace-field";

/** Jobs an employer offers to anybody, or workers it has ordered. */
export type VacancyKind = "OPEN" | "ORDER";

export const VACANCY_KIND_LABELS: Readonly<Record<VacancyKind, string>> = {
  OPEN: "招聘岗位",
  ORDER: "用工订单",
};

/** Where a vacancy stands on a day; what is over takes nobody any more. */
export type VacancyState = "COMING" | "STANDING" | "EXPIRED" | "CLOSED";

export const VACANCY_STATE_LABELS: Readonly<Record<VacancyState, string>> = {
  COMING: "未开始",
  STANDING: "招用中",
  EXPIRED: "已到期",
  CLOSED: "已关闭",
};

/** Days `YYYY-MM-DD`; the last day still counts; `closed` once somebody has closed it. */
export function vacancyStateOn(
  one: { readonly openFrom: string; readonly openTo: string | null; readonly closed: boolean },
  on: string,
): VacancyState {
  if (one.closed) return "CLOSED";
  if (one.openTo !== null && one.openTo < on) return "EXPIRED";
  return one.openFrom > on ? "COMING" : "STANDING";
}

/** A month's wage of a million yuan is a slip of the pen. */
const MOST_WAGE = fen(100_000_000);

const wage = (label: string) =>
  orNull(yuan(label).refine((amount) => amount <= MOST_WAGE, `${label}不超过 100 万元`));

export const vacancyForm = z
  .object({
    kind: z.enum(["OPEN", "ORDER"], { error: "请选择招聘岗位或用工订单" }),
    title: requiredText("岗位名称", 40),
    workplaceCode: workplaceField,
    headcount: wholeNumber("人数", 1, 100_000),
    wageFromFen: wage("月工资下限"),
    wageToFen: wage("月工资上限"),
    requirement: optionalText("要求", 500),
    openFrom: writtenDay("开始日期"),
    openTo: orNull(writtenDay("截止日期")),
    source: optionalText("来源", 200),
  })
  .refine(
    ({ wageFromFen, wageToFen }) =>
      wageFromFen === null || wageToFen === null || wageFromFen <= wageToFen,
    { path: ["wageToFen"], error: "月工资上限不能低于下限" },
  )
  .refine(({ openFrom, openTo }) => openTo === null || openFrom <= openTo, {
    path: ["openTo"],
    error: "截止日期不能早于开始日期",
  });

export type VacancyForm = z.infer<typeof vacancyForm>;

/** Why nobody is taken any more; numbers of people in it are masked. */
export const closingReason = requiredText("关闭的原因", 200).transform(withNumbersMasked);

/** For reading: 4000 至 6000 元, 4000 元起, 至多 6000 元, 面议. */
export function wageText(from: number | null, to: number | null): string {
  if (from === null && to === null) return "面议";
  if (from === null) return `至多 ${digits(to)} 元`;
  if (to === null) return `${digits(from)} 元起`;
  return from === to ? `${digits(from)} 元` : `${digits(from)} 至 ${digits(to)} 元`;
}

/** For reading: 2020-05-01 至 2020-06-30, 2020-05-01 起，长期. */
export function openDays(from: string, to: string | null): string {
  return to === null ? `${from} 起，长期` : `${from} 至 ${to}`;
}

function digits(amount: number | null): string {
  return amount === null ? "" : yuanDigits(fen(amount));
}
