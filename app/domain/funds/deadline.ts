import { daysBetween, type CalendarDate } from "../shared/calendar-date";

/** A day by which a document wants something, with the place that says it. */
export interface Deadline {
  readonly clause: string;
  /** What it is about; days of one matter within a document are compared. */
  readonly matter: string;
  readonly summary: string;
  readonly dueOn: CalendarDate;
}

/** What is wrong with a document's own days. */
export type DeadlineConflict =
  /** Two days for one matter, in the order of the days. */
  | {
      readonly kind: "contradiction";
      readonly matter: string;
      readonly deadlines: readonly Deadline[];
    }
  /** Past before the document was issued. */
  | { readonly kind: "pastAtIssue"; readonly deadline: Deadline; readonly daysLate: number };

/**
 * Where a document contradicts itself: several days for one matter, or a day before the one it was issued on; the day
 * of issue itself can still be kept. Nothing is decided here: the officers must, so both days are shown.
 */
export function deadlineConflicts(
  issuedOn: CalendarDate | null,
  deadlines: readonly Deadline[],
): readonly DeadlineConflict[] {
  const matters = [...new Set(deadlines.map(({ matter }) => matter))];
  const contradictions = matters.flatMap((matter): DeadlineConflict[] => {
    const same = deadlines.filter((one) => one.matter === matter);
    const days = new Set(same.map(({ dueOn }) => dueOn));
    if (days.size < 2) return [];
    return [{ kind: "contradiction", matter, deadlines: [...same].sort(byDay) }];
  });
  const past = deadlines.flatMap((deadline): DeadlineConflict[] => {
    if (issuedOn === null || deadline.dueOn >= issuedOn) return [];
    return [{ kind: "pastAtIssue", deadline, daysLate: daysBetween(deadline.dueOn, issuedOn) }];
  });
  return [...contradictions, ...past];
}

/** One sentence for the page, without the day a clause is named by. */
export function conflictSentence(conflict: DeadlineConflict): string {
  switch (conflict.kind) {
    case "contradiction": {
      const said = conflict.deadlines.map(({ clause, dueOn }) => `${clause}要求 ${dueOn}`);
      return `“${conflict.matter}”前后期限不一致：${said.join("，")}。以哪个为准，请向发文单位核实。`;
    }
    case "pastAtIssue": {
      const { deadline, daysLate } = conflict;
      return `“${deadline.matter}”（${deadline.clause}）的期限 ${deadline.dueOn} 早于发文日期 ${daysLate} 天，印发时已经逾期。`;
    }
  }
}

function byDay(a: Deadline, b: Deadline): number {
  return a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0;
}
