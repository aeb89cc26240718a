import { POT_PURPOSE_LABELS } from "../funds/pot";
import { fen, yuanText, type Fen } from "../shared/fen";
import type { ClaimFacts } from "./facts";

export interface FactItem {
  readonly term: string;
  readonly detail: string;
}

export const item = (term: string, detail: string): FactItem => ({ term, detail });
export const money = (term: string, amount: Fen | null): FactItem =>
  item(term, amount === null ? "未登记" : yuanText(amount));

/** Where the money goes. */
export function payeeItems({ payee }: ClaimFacts): FactItem[] {
  const { account, paidTo } = payee;
  if (account === null) return [item("收款账户", "没有登记")];
  const isUnit = paidTo === "UNIT";
  return [
    item("收款账户", isUnit ? "单位账户" : account.holderIsPerson ? "本人账户" : "户名不是本人"),
    item("同一账户的其他人", `${account.sharedWith} 人`),
    item("银行退回", account.wasRefused ? "退回过" : "没有"),
  ];
}

/** Where the money comes from. */
export function potItems({ pot }: ClaimFacts): FactItem[] {
  const left = fen(pot.amountFen - pot.committedFen);
  return [
    item("年度和用途", `${pot.year} 年，${POT_PURPOSE_LABELS[pot.purpose]}`),
    money("金额", pot.amountFen),
    item("其他已占用", `${yuanText(pot.committedFen)}，余 ${yuanText(left)}`),
    money("本批合计", pot.batchFen),
    money("已到账", pot.receivedFen),
    item("状态", pot.isClosed ? "已收尾" : pot.isLocked ? "结转未解锁" : "可以使用"),
  ];
}
