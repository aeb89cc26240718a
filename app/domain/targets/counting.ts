import type { CalendarDate } from "../shared/calendar-date";

/** Units (persons, person-times or events) by the day on which they were proved; `on` null: not proved. */
export interface DayCount {
  readonly areaCode: string;
  readonly on: CalendarDate | null;
  /** All of them: recorded, whether proved or not. */
  readonly registered: number;
  /** Of these, found in the poverty registry on their first day (fairs and classes: held or completed). */
  readonly verified: number;
}

/** What is recorded, checked and proved; each includes the next. Only what is proved counts. */
export interface Tally {
  readonly registered: number;
  readonly verified: number;
  readonly proved: number;
}

export const NOTHING: Tally = { registered: 0, verified: 0, proved: 0 };

/** The whole of some days' counts. */
export function tallyOf(days: readonly DayCount[]): Tally {
  return days.reduce(
    (sum, one) => ({
      registered: sum.registered + one.registered,
      verified: sum.verified + one.verified,
      proved: sum.proved + (one.on === null ? 0 : one.registered),
    }),
    NOTHING,
  );
}

export function addTallies(all: readonly Tally[]): Tally {
  return all.reduce(
    (sum, one) => ({
      registered: sum.registered + one.registered,
      verified: sum.verified + one.verified,
      proved: sum.proved + one.proved,
    }),
    NOTHING,
  );
}

/** Units proved on or after a day. */
export function provedSince(days: readonly DayCount[], from: CalendarDate): number {
  return days.reduce(
    (sum, { on, registered }) => (on !== null && on >= from ? sum + registered : sum),
    0,
  );
}

/** Units proved on a day of these, both ends included. */
export function provedBetween(
  days: readonly DayCount[],
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): number {
  return provedSince(
    days.filter(({ on }) => on !== null && on <= to),
    from,
  );
}

/** The running total after each day on which something was proved, oldest first. */
export function cumulative(
  days: readonly DayCount[],
): readonly { readonly on: CalendarDate; readonly total: number }[] {
  const byDay = new Map<CalendarDate, number>();
  for (const { on, registered } of days) {
    if (on !== null) byDay.set(on, (byDay.get(on) ?? 0) + registered);
  }
  let total = 0;
  return [...byDay.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, count]) => ({ on, total: (total += count) }));
}
