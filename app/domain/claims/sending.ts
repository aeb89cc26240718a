import { accountFindings, wageFindingText } from "../posts/wage-findings";

/** A line whose money waits, and the account that stands for its person. */
export interface WaitingLine {
  readonly name: string;
  readonly account: {
    readonly holderName: string;
    /** Other people whose money goes there or went there, in any county. */
    readonly others: number;
    /** The bank refused the number, and no reviewer has released it. */
    readonly isRefused: boolean;
    /** Entered after the claim was handed in, and no reviewer other than who entered it has seen it. */
    readonly isUnseen: boolean;
  } | null;
  /** A claw-back of the line is open. */
  readonly isAskedBack: boolean;
}

/** Why the money cannot go to the bank now, in Chinese with the cure; null when it can. */
export function whyNotSent({ name, account, isAskedBack }: WaitingLine): string | null {
  if (isAskedBack) return "有待处理的追回，先由复核人在“追回”里确认停发或不予追回";
  if (account === null) return "没有登记收款账户，请经办人登记";
  if (account.isRefused) {
    return "银行退回过这个账号，请经办人核对后登记另一个账号；账号确实无误的，由复核人准许再发";
  }
  if (account.isUnseen) {
    return "收款账户是报送之后登记的，请登记人以外的复核人在账户页核对、确认后再送";
  }
  const [finding] = accountFindings(name, account);
  return finding === undefined ? null : wageFindingText(finding);
}
