import type { Rate } from "~/domain/funds/rates";
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
