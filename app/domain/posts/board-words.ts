import type { BoardStanding } from "./board";
import type { AttendanceStanding, BoardMonth, ReceiptStanding } from "./board-months";
import { PAYMENT_STATE_LABELS, type PaymentState } from "./wage";
import type { CalendarDate } from "../shared/calendar-date";

export const ATTENDANCE_STANDING_LABELS: Readonly<Record<AttendanceStanding, string>> = {
  none: "考勤未登记",
  part: "考勤未登记完",
  whole: "考勤已登记",
};

export const RECEIPT_STANDING_LABELS: Readonly<Record<ReceiptStanding, string>> = {
  signed: "已签收",
  stated: "仅文件注明已签收",
  missing: "待签收",
  notDue: "未到签收",
  nothing: "无出勤，不发放",
};

export function paymentText(payment: PaymentState | null): string {
  return payment === null ? "未发放" : PAYMENT_STATE_LABELS[payment];
}

/** 4月考勤已登记、已发放、已签收; whoever is not told the attendance gets null for it. */
export function monthText(
  one: Omit<BoardMonth, "attendance"> & { readonly attendance: AttendanceStanding | null },
): string {
  const { month, attendance, payment, receipt } = one;
  const parts = [
    ...(attendance === null ? [] : [ATTENDANCE_STANDING_LABELS[attendance]]),
    ...(receipt === "nothing" ? [] : [paymentText(payment)]),
    RECEIPT_STANDING_LABELS[receipt],
  ];
  return `${Number(month.slice(5, 7))}月${parts.join("、")}`;
}

/** 2020年5月、7月、2021年1月: the year where it begins. */
export function monthsText(months: readonly CalendarDate[]): string {
  const named = months.map((month, at) => {
    const isSameYear = months[at - 1]?.slice(0, 4) === month.slice(0, 4);
    return `${isSameYear ? "" : `${month.slice(0, 4)}年`}${Number(month.slice(5, 7))}月`;
  });
  return named.join("、");
}

/** 剩 97 天, 今日到期, 已退岗 … */
export function standingText(standing: BoardStanding): string {
  switch (standing.kind) {
    case "proposed":
      return "拟聘";
    case "later":
      return `${standing.days} 天后上岗`;
    case "serving":
      return standing.days === 0 ? "今日到期" : `剩 ${standing.days} 天`;
    case "ended":
      return standing.early ? "已退岗" : "任期已满";
  }
}
