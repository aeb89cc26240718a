import type { Rate } from "~/domain/funds/rates";
import type { Disbursement, Outstanding } from "~/domain/funds/disbursement";
import type { DayBalance } from "~/domain/funds/running-balance";
import { yuanGrouped, yuanText, type Fen } from "~/domain/shared/fen";

/** 12.34%, or that there is nothing to divide by. */
export function rateText({ basisPoints }: Pick<Rate, "basisPoints">): string {
  return basisPoints === null ? "—" : `${percent(basisPoints)}%`;
}

/** 1,200.00 ÷ 3,000.00 元 */
export function arithmetic({ numerator, denominator }: Rate): string {
  return `${yuanGrouped(numerator)} ÷ ${yuanGrouped(denominator)} 元`;
}

/** 截至 2020-12-31 到账 800 元，支出（含待审核）和结转 500 元 */
export function balanceText({ on, cameFen, goneFen }: DayBalance): string {
  return `截至 ${on} 到账 ${yuanText(cameFen)}，支出（含待审核）和结转 ${yuanText(goneFen)}`;
}

/** Beside the name of a paper that the reader may not open. */
export const FILE_READERS = "凭证可能有个人信息，由项目所在地的人员打开";

/** Hundredths of a per cent as per cent. */
export function percent(basisPoints: number): string {
  return (basisPoints / 100).toFixed(2);
}

/** Whole 万元 where an amount is read at a glance, else 元. */
export function tileMoney(amount: Fen): { readonly value: string; readonly unit: string } {
  const wan = amount / 1_000_000;
  const isRound = amount >= 1_000_000 && amount % 10_000 === 0;
  return isRound
    ? { value: wan.toLocaleString("zh-CN", { maximumFractionDigits: 2 }), unit: "万元" }
    : { value: yuanGrouped(amount), unit: "元" };
}

export function disbursementText(one: Disbursement): string {
  switch (one.kind) {
    case "inTime":
      return `按期（最迟 ${one.dueOn}，含当日）`;
    case "late":
      return `逾期 ${one.daysLate} 天（自然日；最迟 ${one.dueOn}，含当日）`;
    case "cannotTell":
      return `无法判断：${WHY[one.why]}`;
  }
}

/** What of the pot's money has not come, and since when it should have; null: all of it has. */
export function outstandingText(one: Outstanding): string | null {
  switch (one.kind) {
    case "nothing":
      return null;
    case "waiting":
      return `还有 ${yuanText(one.missingFen)}没有到账，最迟 ${one.dueOn}（含当日）到账。`;
    case "overdue":
      return `还有 ${yuanText(one.missingFen)}没有到账，最迟应于 ${one.dueOn} 到账，已逾期 ${one.daysLate} 天（自然日）。`;
    case "cannotTell":
      return `还有 ${yuanText(one.missingFen)}没有到账，无法判断是否逾期：${WHY[one.why]}。`;
  }
}

/** What of a closed pot's money had not come; null: all of it had. */
export function neverCame(one: Outstanding): string | null {
  return one.kind === "nothing" ? null : `项目收尾时有 ${yuanText(one.missingFen)}没有到账。`;
}

const WHY = {
  letter: "没有登记接函日期",
  limit: "没有录入拨付期限",
  calendar: "没有当年的节假日安排",
};
