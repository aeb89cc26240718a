import {
  holdAttendance,
  saveAttendance,
  type AttendanceRecord,
} from "~/data/posts/attendance-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { enterMonth, type EntryProblem, type MonthEntry } from "~/domain/posts/attendance-entry";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** Why the month of one post is not taken. */
export type RowRefusal =
  | EntryProblem
  /** Not confirmed, removed, or without a day in the month. */
  | { readonly kind: "notOpen" }
  | { readonly kind: "handedIn"; readonly label: string }
  | { readonly kind: "changedByOthers" };

export type AttendanceRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  /** Nothing of the page is written while one row is wrong. */
  | {
      readonly kind: "rows";
      readonly rows: readonly {
        readonly appointmentId: string;
        readonly name: string;
        readonly problem: RowRefusal;
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
      return one === undefined ? [] : [{ one, row, answer: judged(one, row, asked.month, today) }];
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
    const changes = rows.map(({ one, answer }) => [one.appointmentId, one.entered, answer]);
    await leave(tx, actor, { held, month: asked.month, changes, now });
    return done(rows.length);
  });
}

function judged(
  one: AttendanceRecord,
  row: AskedMonth,
  month: CalendarDate,
  today: CalendarDate,
): RowRefusal | { readonly marks: string } {
  if (!one.isOpen) return { kind: "notOpen" };
  if (one.handedIn !== null) return { kind: "handedIn", label: one.handedIn };
  if (one.version !== row.version) return { kind: "changedByOthers" };
  return enterMonth(one.marks, row.entry, month, today);
}

/** One event for a page of people: who had which marks before and after stays in the record. */
function leave(
  tx: Tx,
  actor: Actor,
  of: {
    readonly held: readonly AttendanceRecord[];
    readonly month: CalendarDate;
    readonly changes: readonly unknown[];
    readonly now: Date;
  },
): Promise<void> {
  const [first] = of.held;
  const countyCode = first?.countyCode ?? "";
  const isOne = of.held.length === 1 && first !== undefined;
  return leaveTrail(tx, {
    ...{ at: of.now, actorId: actor.userId, actorName: actor.name, action: "post.attendance" },
    ...(isOne
      ? { subjectKind: "postAppointment" as const, subjectId: first.appointmentId, countyCode }
      : { subjectKind: "region" as const, subjectId: countyCode, countyCode }),
    detail: {
      ...(isOne ? { person: first.name } : { headcount: of.held.length }),
      ...{ month: of.month.slice(0, 7), changes: of.changes },
    },
  });
}
