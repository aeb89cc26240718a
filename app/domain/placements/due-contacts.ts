import { daysBetween, type CalendarDate } from "../shared/calendar-date";
import type { FollowUpOutcome } from "./follow-up";
import { scheduleOf } from "./follow-up-schedule";

/** What became of a contact that was due: asked on its day, after it, not any more, or still to be asked. */
export type DueState =
  | { readonly kind: "onTime"; readonly on: CalendarDate }
  | { readonly kind: "late"; readonly on: CalendarDate; readonly days: number }
  | { readonly kind: "missed" }
  | { readonly kind: "open"; readonly late: number };

export const DUE_STATE_LABELS: Readonly<Record<DueState["kind"], string>> = {
  onTime: "按期",
  late: "逾期",
  missed: "缺",
  open: "待回访",
};

export interface DueContact {
  /** 满15天, 满3个月. */
  readonly label: string;
  readonly dueOn: CalendarDate;
  readonly state: DueState;
}

/**
 * Every contact due by `today`, with the first attempt made before the next one was due; decision 0020. Nothing is due
 * after the last day worked, nor after the person was found lost. `contacts`: those that stand, in any order.
 */
export function dueContacts(
  job: { readonly startedOn: CalendarDate; readonly endedOn: CalendarDate | null },
  contacts: readonly { readonly contactedOn: CalendarDate; readonly outcome: FollowUpOutcome }[],
  today: CalendarDate,
): readonly DueContact[] {
  const byDay = [...contacts].sort((a, b) => (a.contactedOn < b.contactedOn ? -1 : 1));
  const last = byDay[byDay.length - 1];
  const lostOn = last?.outcome === "LOST" ? last.contactedOn : null;
  const until = earliest(today, job.endedOn, lostOn);
  const isOver = lostOn !== null || (job.endedOn !== null && job.endedOn < today);
  const schedule = scheduleOf(job.startedOn);
  return schedule.flatMap(({ on: dueOn, label }, at) => {
    if (dueOn > until) return [];
    const next = schedule[at + 1]?.on ?? null;
    const made = byDay.find(
      ({ contactedOn: on }) => on >= dueOn && (next === null || on < next),
    )?.contactedOn;
    const isGone = isOver || (next !== null && next <= today);
    return [{ label, dueOn, state: stateOf(dueOn, made, isGone, today) }];
  });
}

/** What a follow-up due on the day is for: 满15天, 满3个月; a call tried again is for the same as before. */
export function dueLabel(startedOn: CalendarDate, dueOn: CalendarDate): string {
  const passed = scheduleOf(startedOn).filter(({ on }) => on <= dueOn);
  return passed[passed.length - 1]?.label ?? "补充回访";
}

function stateOf(
  dueOn: CalendarDate,
  made: CalendarDate | undefined,
  isGone: boolean,
  today: CalendarDate,
): DueState {
  if (made === dueOn) return { kind: "onTime", on: made };
  if (made !== undefined) return { kind: "late", on: made, days: daysBetween(dueOn, made) };
  return isGone ? { kind: "missed" } : { kind: "open", late: daysBetween(dueOn, today) };
}

function earliest(today: CalendarDate, ...others: readonly (CalendarDate | null)[]): CalendarDate {
  return others.reduce<CalendarDate>((a, b) => (b !== null && b < a ? b : a), today);
}
