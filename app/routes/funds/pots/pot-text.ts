import type { Rate } from "~/domain/funds/rates";
import type { Disbursement } from "~/domain/funds/disbursement";
import { yuanGrouped, type Fen } from "~/domain/shared/fen";

/** 12.34%, or that there is nothing to divide by. */
export function rateText({ basisPoints }: Pick<Rate, "basisPoints">): string {
  return basisPoints === null ? "—" : `${percent(basisPoints)}%`;
}

/** 1,200.00 ÷ 3,000.00 元 */
export function arithmetic({ numerator, denominator }: Rate): string {
  return `${yuanGrouped(numerator)} ÷ ${yuanGrouped(denominator)} 元`;
}

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
      return `按期（应于 ${one.dueOn} 前）`;
    case "late":
      return `逾期 ${one.daysLate} 天（应于 ${one.dueOn} 前）`;
    case "cannotTell":
      return `无法判断：${WHY[one.why]}`;
  }
}

const WHY = {
  letter: "没有登记接函日期",
  limit: "没有录入拨付期限",
  calendar: "没有当年的节假日安排",
};
