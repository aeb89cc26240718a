import { yuanText, type Fen } from "../shared/fen";
import { accountFindings, wageFindingText } from "./wage-findings";

/** A line whose money waits, and the account that stands for its person. */
export interface WaitingWage {
  readonly name: string;
  readonly account: {
    readonly holderName: string;
    /** Other people whose money goes there or went there, in any county. */
    readonly others: number;
    readonly names?: readonly string[];
    /** The bank refused the number for this line, and no reviewer has released it. */
    readonly isRefused: boolean;
  } | null;
  /** What is found when the line is drawn again now; null when it is as it was approved. */
  readonly stale: StaleWage | null;
  /** Jobs beside the post, in Chinese. */
  readonly problems: readonly string[];
}

/** An approved line that would be another one now. */
export interface StaleWage {
  readonly leftOn: string | null;
  readonly writtenFen: Fen;
  readonly presentFen: Fen;
}

/** Why the money cannot go to the bank now, in Chinese with the cure; null when it can. */
export function whyNotSent({ name, account, stale, problems }: WaitingWage): string | null {
  if (stale !== null) return staleText(stale);
  const [problem] = problems;
  if (problem !== undefined) return problem;
  if (account === null) return "没有登记收款账号，请经办人登记";
  if (account.isRefused) {
    return "银行退回过这个账号，请经办人核对后登记另一个账号；账号确实无误的，由审核人准许再发";
  }
  const [finding] = accountFindings(name, account);
  return finding === undefined ? null : wageFindingText(finding);
}

function staleText({ leftOn, writtenFen, presentFen }: StaleWage): string {
  const why = leftOn === null ? "考勤或发放规则有变化" : `${leftOn} 已退岗`;
  const cure = "请审核人把此人移出本表（还没有人送银行的也可退回工资表），重新编制后再发";
  return `${why}，以现在的考勤、退岗为准应发 ${yuanText(presentFen)}，工资表上是 ${yuanText(writtenFen)}；${cure}`;
}
