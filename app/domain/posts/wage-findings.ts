import { sameName } from "../people/same-person";
import type { CalendarDate } from "../shared/calendar-date";

/** What stands beside a line of a wage sheet. */
export type WageFinding =
  | { readonly kind: "holderDiffers"; readonly holderName: string }
  /** Other people whose money goes to the same account or ever went there, in any county; names of the same county. */
  | { readonly kind: "accountShared"; readonly others: number; readonly names?: readonly string[] }
  /** More days of rest than `post.restDays`. */
  | { readonly kind: "manyRestDays"; readonly restDays: number; readonly most: number }
  /** A job in the days of the month; the employer's name only within one's own counties. */
  | {
      readonly kind: "jobBeside";
      readonly label: string | null;
      readonly startsOn: CalendarDate;
      readonly endsOn: CalendarDate | null;
    }
  /** The person stands twice on the sheet or on another of the month, post by post. */
  | { readonly kind: "twoLines" }
  | {
      readonly kind: "chainTooLong";
      readonly startsOn: CalendarDate;
      readonly endsOn: CalendarDate;
    };

const BLOCKING: readonly WageFinding["kind"][] = ["holderDiffers", "accountShared", "jobBeside"];

/** Money goes to nobody but the person, and to nobody for days of another job: with these nothing is handed in. */
export function blocksWages({ kind }: WageFinding): boolean {
  return BLOCKING.includes(kind);
}

/** Of so many days of rest in the month; `most` is the last number of which nothing is said. */
export function restFindings(restDays: number, most: number): readonly WageFinding[] {
  return restDays > most ? [{ kind: "manyRestDays", restDays, most }] : [];
}

/** What an account gives cause to say; `others` as the database counts them. */
export function accountFindings(
  name: string,
  account: {
    readonly holderName: string;
    readonly others: number;
    readonly names?: readonly string[];
  },
): readonly WageFinding[] {
  const { holderName, others, names = [] } = account;
  return [
    ...(sameName(holderName, name) ? [] : [{ kind: "holderDiffers", holderName } as const]),
    ...(others > 0 ? [{ kind: "accountShared", others, names } as const] : []),
  ];
}

export function wageFindingText(finding: WageFinding): string {
  switch (finding.kind) {
    case "holderDiffers":
      return `账户户名是“${finding.holderName}”，不是本人；请改登本人的账号`;
    case "accountShared":
      return `这个账号另有 ${finding.others} 人在用或用来收过工资${among(finding.names)}，请核对是谁的账号`;
    case "manyRestDays":
      return `本月休息 ${finding.restDays} 天，超过 ${finding.most} 天，请核对考勤`;
    case "jobBeside":
      return `本月${finding.label === null ? "在外县" : `在${finding.label}`}有工作（${finding.startsOn} 至 ${finding.endsOn ?? "今"}），岗位和工作不能同时领，请先核对`;
    case "twoLines":
      return "此人本月有两个岗位的工资，请核对岗位起止日期";
    case "chainTooLong":
      return `连续任职 ${finding.startsOn} 至 ${finding.endsOn}，超过 6 个月，请核对`;
  }
}

const among = (names: readonly string[] = []) =>
  names.length === 0 ? "" : `（本县有${names.join("、")}）`;
