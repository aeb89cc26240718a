import {
  holdAttendance,
  leaveAttendanceTrail,
  saveAttendance,
} from "~/data/posts/attendance-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import type { MonthEntry } from "~/domain/posts/attendance-entry";
import { judgeEntry, type AttendanceProblem } from "~/domain/posts/attendance-judgement";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type AttendanceRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  /** Nothing of the page is written while one row is wrong. */
  | {
      readonly kind: "rows";
      readonly rows: readonly {
        readonly appointmentId: string;
        readonly name: string;
        readonly problem: AttendanceProblem;
      }[];
    };

export interface AskedMonth {
  readonly appointmentId: string;
  /** The version that was on the screen; 0 where nothing was entered. */
  readonly version: number;
  readonly entry: MonthEntry;
  /** Null leaves what is written. */
  readonly note: string | null;
}

/** Enters the month of one or many posts of a county: every row of them, or nothing. Answers how many. */
export function recordAttendance(
  actor: Actor,
  asked: { readonly month: CalendarDate; readonly rows: readonly AskedMonth[] },
  now: Date,
): Promise<Outcome<number, AttendanceRefusal>> {
  const today = dayInChina(now);
  return inTransaction<Outcome<number, AttendanceRefusal>>(actor, async (tx) => {
    const ids = asked.rows.map(({ appointmentId }) => appointmentId);
    const held = await holdAttendance(tx, ids, asked.month);
    const visible = held.filter(({ countyCode }) => may(actor, "post.read", countyCode, today));
    if (ids.length === 0 || visible.length !== new Set(ids).size) {
      return refused({ kind: "notFound" });
    }
    if (held.some(({ countyCode }) => !may(actor, "attendance.write", countyCode, today))) {
      return refused({ kind: "forbidden" });
    }
    const byId = new Map(held.map((one) => [one.appointmentId, one]));
    const rows = asked.rows.flatMap((row) => {
      const one = byId.get(row.appointmentId);
      return one === undefined
        ? []
        : [{ one, row, answer: judgeEntry(one, row, asked.month, today) }];
    });
    const wrong = rows.flatMap(({ one: { appointmentId, name }, answer }) =>
      "kind" in answer ? [{ appointmentId, name, problem: answer }] : [],
    );
    if (wrong.length > 0) return refused({ kind: "rows", rows: wrong });
    for (const { one, row, answer } of rows) {
      if ("kind" in answer) continue;
      const note = row.note === null ? one.note : withNumbersMasked(row.note.trim());
      await saveAttendance(tx, one, asked.month, { ...answer, note }, { ...actor, now });
    }
    const changed = rows.map(({ one, answer }) => ({ one, after: answer }));
    await leaveAttendanceTrail(tx, actor, changed, { month: asked.month, now });
    return done(rows.length);
  });
}
