import { accountFindings, wageFindingText } from "./wage-findings";

/** A line whose money waits, and the account that stands for its person. */
export interface WaitingWage {
  readonly name: string;
  /** The account the bank refused; null when nothing was sent yet. */
  readonly failedAccountId: string | null;
  readonly account: {
    readonly id: string;
    readonly holderName: string;
    /** Other people whose money goes there, in any county. */
    readonly others: number;
  } | null;
}

/** Why the money cannot go to the bank now, in Chinese with the cure; null when it can. */
export function whyNotSent({ name, failedAccountId, account }: WaitingWage): string | null {
  if (account === null) return "没有登记收款账号，请经办人登记";
  if (account.id === failedAccountId) return "上次发放失败，请经办人核对后重新登记账号";
  const [finding] = accountFindings(name, account);
  return finding === undefined ? null : wageFindingText(finding);
}
