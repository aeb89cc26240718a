import type { CompletionBlocker } from "~/domain/training/completion";

const MOST_NAMED = 10;

/** What keeps the class from being completed, and what to do about it. */
export function blockerText(blocker: CompletionBlocker): string {
  switch (blocker.kind) {
    case "nobody":
      return "花名册上还没有学员";
    case "noSessions":
      return "还没有登记课次";
    case "inFuture":
      return "结业日期还没有到";
    case "beforeLastSession":
      return `结业日期早于最后一次课（${blocker.lastOn}）`;
    case "resultsMissing": {
      const { lineNos } = blocker;
      const shown = lineNos.slice(0, MOST_NAMED).join("、");
      const rest = lineNos.length > MOST_NAMED ? `等 ${lineNos.length} 人` : "";
      return `还没有结业结果：第 ${shown} 号${rest}`;
    }
    case "attendanceMissing":
      return `考勤没有登齐：${blocker.sessions} 次课，共缺 ${blocker.marks} 人次`;
  }
}
