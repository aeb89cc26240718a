/** The parts of the work list. */
export type FollowUpTab = "due" | "overdue" | "lost" | "recent";

export const FOLLOW_UP_TAB_LABELS: Readonly<Record<FollowUpTab, string>> = {
  due: "待回访",
  overdue: "逾期",
  lost: "失联",
  recent: "近期已回访",
};

export const FOLLOW_UP_TABS = Object.keys(FOLLOW_UP_TAB_LABELS) as readonly FollowUpTab[];

/** Days ahead that the list shows, and days back that count as lately. */
export const DAYS_AHEAD = 7;
export const DAYS_BACK = 7;

/** When a follow-up is due, seen from today: 逾期 3 天, 今天, 还有 2 天; `late` days below zero lie ahead. */
export function dueWords(late: number): string {
  if (late > 0) return `逾期 ${late} 天`;
  return late === 0 ? "今天" : `还有 ${-late} 天`;
}
