import { fen, yuanText, type Fen } from "../shared/fen";
import type { MonthDays } from "./attendance";

export type WageSheetState = "draft" | "submitted" | "returned" | "approved" | "locked";

export const WAGE_SHEET_STATE_LABELS: Readonly<Record<WageSheetState, string>> = {
  draft: "编制中",
  submitted: "待审核",
  returned: "已退回",
  approved: "已审核",
  locked: "已锁定",
};

export type PaymentState = "SENT" | "PAID" | "FAILED";

export const PAYMENT_STATE_LABELS: Readonly<Record<PaymentState, string>> = {
  SENT: "已送银行",
  PAID: "已发放",
  FAILED: "发放失败",
};

/** One line in one file to the bank; of a file that was withdrawn nobody was paid. */
export type AttemptState = PaymentState | "WITHDRAWN";

export const ATTEMPT_STATE_LABELS: Readonly<Record<AttemptState, string>> = {
  ...PAYMENT_STATE_LABELS,
  SENT: "等回盘",
  WITHDRAWN: "整批撤回",
};

/** How the pay of a month came about, to be shown beside it. */
export interface WageDue {
  readonly dueFen: Fen;
  readonly unpaidDays: number;
  /** 1,000 元 × 28 ÷ 30 天 = 933.33 元 */
  readonly arithmetic: string;
}

/**
 * The pay of one post for one month, in fen: the monthly rate by calendar days, without the days outside the post,
 * the days absent and, unless leave is paid, the days of leave; rounded half up to a fen. Whoever worked on no day
 * gets nothing. No document says how a part of a month is paid: our definition (decisions/0025).
 */
export function wageDue(
  rateFen: Fen,
  days: Omit<MonthDays, "openDays">,
  options: { readonly leaveIsPaid: boolean },
): WageDue {
  const { monthDays, termDays, workedDays, leaveDays, absentDays } = days;
  const unpaidDays = monthDays - termDays + absentDays + (options.leaveIsPaid ? 0 : leaveDays);
  const paidDays = workedDays === 0 ? 0 : monthDays - unpaidDays;
  const dueFen = fen(Math.floor((2 * rateFen * paidDays + monthDays) / (2 * monthDays)));
  return { dueFen, unpaidDays, arithmetic: arithmeticOf(rateFen, paidDays, monthDays, dueFen) };
}

function arithmeticOf(rateFen: Fen, paidDays: number, monthDays: number, dueFen: Fen): string {
  if (paidDays === 0) return "全月没有出勤，不发放";
  if (paidDays === monthDays) return `${yuanText(rateFen)}（全月）`;
  return `${yuanText(rateFen)} × ${paidDays} ÷ ${monthDays} 天 = ${yuanText(dueFen)}`;
}
