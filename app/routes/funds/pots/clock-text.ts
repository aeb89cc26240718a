import type { Disbursement, Outstanding } from "~/domain/funds/disbursement";
import { yuanText } from "~/domain/shared/fen";

/** Whether a receipt came in time, and by when it should have. */
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
