import type { CalendarDate } from "../shared/calendar-date";
import { fen, type Fen } from "../shared/fen";
import { countMarks, type MonthDays } from "./attendance";
import { hasMarksOutside, marksInPost } from "./attendance-entry";
import { wageDue } from "./wage";

/** A correction of an earlier month that waits to be settled. */
export interface OpenAdjustment {
  readonly id: string;
  /** Above zero is paid on top, below zero is kept back. */
  readonly amountFen: Fen;
}

/** A post with a day in the month, as a wage sheet looks at it. */
export interface WageCandidate {
  readonly isConfirmed: boolean;
  readonly rateFen: Fen;
  readonly startsOn: CalendarDate;
  readonly lastDay: CalendarDate;
  /** Null while nothing is entered. */
  readonly marks: string | null;
  /** The sheet on which the month of this post stands already. */
  readonly otherSheet: string | null;
  /** Why an officer took it off this sheet. */
  readonly takenOff: string | null;
  readonly hasAccount: boolean;
  /** In the order they were entered. */
  readonly adjustments: readonly OpenAdjustment[];
}

/** Why a post is not on the sheet. */
export type LeftOut =
  | { readonly kind: "notConfirmed" }
  | { readonly kind: "otherSheet"; readonly label: string }
  | { readonly kind: "takenOff"; readonly reason: string }
  | { readonly kind: "attendanceOpen"; readonly openDays: number }
  /** Days are marked on which he was no longer, or not yet, in the post. */
  | { readonly kind: "attendanceOutside" }
  | { readonly kind: "noDayWorked" }
  | { readonly kind: "noAccount" };

export interface DrawnWage {
  readonly rateFen: Fen;
  readonly days: Omit<MonthDays, "openDays">;
  readonly dueFen: Fen;
  readonly adjustFen: Fen;
  readonly payFen: Fen;
  readonly adjustmentIds: readonly string[];
}

/** The pay of one post for the month, or why there is none. */
export function drawWage(
  post: WageCandidate,
  month: CalendarDate,
  options: { readonly leaveIsPaid: boolean },
): { readonly wage: DrawnWage } | { readonly leftOut: LeftOut } {
  const leftOut = (reason: LeftOut) => ({ leftOut: reason });
  if (!post.isConfirmed) return leftOut({ kind: "notConfirmed" });
  if (post.otherSheet !== null) return leftOut({ kind: "otherSheet", label: post.otherSheet });
  if (post.takenOff !== null) return leftOut({ kind: "takenOff", reason: post.takenOff });
  const marks = marksInPost(post.marks, month, post);
  if (post.marks !== null && hasMarksOutside(post.marks, marks)) {
    return leftOut({ kind: "attendanceOutside" });
  }
  const { openDays, ...days } = countMarks(marks);
  if (openDays > 0) return leftOut({ kind: "attendanceOpen", openDays });
  const { rateFen } = post;
  const { dueFen } = wageDue(rateFen, days, options);
  const { adjustFen, ids } = settle(dueFen, post.adjustments);
  if (days.workedDays === 0 && ids.length === 0) return leftOut({ kind: "noDayWorked" });
  const payFen = fen(dueFen + adjustFen);
  if (payFen > 0 && !post.hasAccount) return leftOut({ kind: "noAccount" });
  return { wage: { rateFen, days, dueFen, adjustFen, payFen, adjustmentIds: ids } };
}

/**
 * The corrections settled with a month: all that is to be paid on top, then what is to be kept back as far as the
 * month's pay goes; a correction that would need more waits as a whole for a later month.
 */
function settle(dueFen: Fen, open: readonly OpenAdjustment[]) {
  const ids: string[] = [];
  let adjustFen = 0;
  const inOrder = [
    ...open.filter(({ amountFen }) => amountFen > 0),
    ...open.filter(({ amountFen }) => amountFen < 0),
  ];
  for (const { id, amountFen } of inOrder) {
    if (dueFen + adjustFen + amountFen < 0) continue;
    ids.push(id);
    adjustFen += amountFen;
  }
  return { adjustFen: fen(adjustFen), ids };
}

/** What is said beside a name that is not on the sheet. */
export function leftOutText(reason: LeftOut): string {
  switch (reason.kind) {
    case "notConfirmed":
      return "聘用还没有确认";
    case "otherSheet":
      return `已列入${reason.label}`;
    case "takenOff":
      return `已从本表移出：${reason.reason}`;
    case "attendanceOpen":
      return `考勤有 ${reason.openDays} 天没有登记`;
    case "attendanceOutside":
      return "不在岗的日子也登记了考勤，请重新登记";
    case "noDayWorked":
      return "全月没有出勤，不发放";
    case "noAccount":
      return "没有登记收款账号";
  }
}
