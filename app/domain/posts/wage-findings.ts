import { sameName } from "../people/same-person";
import type { CalendarDate } from "../shared/calendar-date";

/** What stands beside a line of a wage sheet. */
export type WageFinding =
  | { readonly kind: "holderDiffers"; readonly holderName: string }
  /** Other people whose money goes to the same account, in any county. */
  | { readonly kind: "accountShared"; readonly others: number }
  /** The person stands twice on the sheet or on another of the month, post by post. */
  | { readonly kind: "twoLines" }
  | {
      readonly kind: "chainTooLong";
      readonly startsOn: CalendarDate;
      readonly endsOn: CalendarDate;
    };

/** Money goes to nobody but the person: with these the sheet is not handed in. */
export function blocksWages({ kind }: WageFinding): boolean {
  return kind === "holderDiffers" || kind === "accountShared";
}

/** What an account gives cause to say; `others` as the database counts them. */
export function accountFindings(
  name: string,
  account: { readonly holderName: string; readonly others: number },
): readonly WageFinding[] {
  const { holderName, others } = account;
  return [
    ...(sameName(holderName, name) ? [] : [{ kind: "holderDiffers", holderName } as const]),
    ...(others > 0 ? [{ kind: "accountShared", others } as const] : []),
  ];
}

export function wageFindingText(finding: WageFinding): string {
  switch (finding.kind) {
    case "holderDiffers":
      return `账户户名是“${finding.holderName}”，不是本人；请改登本人的账号`;
    case "accountShared":
      return `这个账号另有 ${finding.others} 人在用；请改登本人的账号`;
    case "twoLines":
      return "此人本月有两个岗位的工资，请核对岗位起止日期";
    case "chainTooLong":
      return `连续任职 ${finding.startsOn} 至 ${finding.endsOn}，超过 6 个月，请核对`;
  }
}
