import type { CalendarDate } from "../shared/calendar-date";
import { STUDENT_STATE_LABELS } from "./student";
import type { Followed } from "./student-follow";

/**
 * The state as a list says it on a day. Nobody is at school after graduating: until a step says what became of him he
 * is without a job (decisions/0024).
 */
export function stateWords(
  { state, graduatesOn }: Pick<Followed, "state" | "graduatesOn">,
  today: CalendarDate,
): string {
  const hasLeft = state === "STUDYING" && graduatesOn < today;
  return hasLeft ? "已毕业，未落实" : STUDENT_STATE_LABELS[state];
}
