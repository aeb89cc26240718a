import { openNumbers } from "~/data/people/person-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { countMarks, type MonthDays } from "~/domain/posts/attendance";
import { marksInPost } from "~/domain/posts/attendance-entry";
import { readsWholePost } from "~/domain/posts/reader";
import {
  attendanceConditions,
  monthWageText,
  type AttendanceFilter,
} from "./attendance-conditions.server";
import { countiesReadWhole } from "./unsettled-view.server";
import { IS_SIGNED } from "./receipt-sql.server";
import { wageSheetName } from "~/domain/posts/wage-receipt";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** The month of one post as the grid shows it. */
export interface AttendanceRow {
  readonly id: string;
  readonly name: string;
  readonly maskedId: string;
  readonly post: string;
  readonly startsOn: CalendarDate;
  readonly lastDay: CalendarDate;
  /** Below the county; empty for a district officer. */
  readonly area: string;
  /** Counted, and one letter a day as the post's days are now; null for a district officer. */
  readonly days: (MonthDays & { readonly marks: string }) | null;
  /** 未列入工资表 or how far it is: all that a district officer learns of the month. */
  readonly wage: string;
  /** Empty for a district officer. */
  readonly note: string;
  /** 0 while nothing is entered. */
  readonly version: number;
  readonly recordedByName: string;
  /** The sheet that was handed in over these days. */
  readonly handedIn: { readonly id: string; readonly label: string } | null;
  readonly mayWrite: boolean;
}

export interface AttendanceMonth {
  readonly rows: readonly AttendanceRow[];
  readonly counts: { readonly all: number; readonly open: number; readonly whole: number };
  /** False where the reader is told of nobody's days. */
  readonly readsDays: boolean;
}

interface Stored {
  readonly id: string;
  readonly countyCode: string;
  readonly name: string;
  readonly post: string;
  readonly area: string;
  readonly startsOn: string;
  readonly lastDay: string;
  readonly marks: string | null;
  readonly note: string | null;
  readonly version: number | null;
  readonly recordedByName: string | null;
  readonly sheetId: string | null;
  readonly number: number | null;
  readonly isPaid: boolean | null;
  readonly isSigned: boolean | null;
  readonly idIndex: Uint8Array;
  readonly idSealed: Uint8Array;
}

/** The confirmed posts of the actor's counties with a day in the month, `size` of them from `page` on (from 1). */
export async function viewAttendanceMonth(
  actor: Actor,
  filter: AttendanceFilter,
  { page, size, on }: { readonly page: number; readonly size: number; readonly on: string },
): Promise<AttendanceMonth> {
  const { month } = filter;
  const whole = countiesReadWhole(actor, on);
  const state = whole.length === 0 ? "all" : filter.state;
  const stored = await inTransaction(
    actor,
    (tx) =>
      tx.$queryRaw<Stored[]>`
      SELECT a.id, a.county_code AS "countyCode", a.name, a.title AS post,
        a.township || a.village AS area, a.starts_on::text AS "startsOn",
        coalesce(a.left_on, a.ends_on)::text AS "lastDay", t.marks, t.note, t.version,
        t.recorded_by_name AS "recordedByName", h.id AS "sheetId", h.number,
        h.is_paid AS "isPaid", h.is_signed AS "isSigned",
        p.id_index AS "idIndex", p.id_sealed AS "idSealed"
      FROM post_appointment a JOIN person p ON p.id = a.person_id
        LEFT JOIN post_attendance t ON t.appointment_id = a.id AND t.month = ${month}::date
        LEFT JOIN LATERAL (SELECT s.id, s.number,
            l.payment_state IS NOT DISTINCT FROM 'PAID' AS is_paid, ${IS_SIGNED} AS is_signed
          FROM wage_line l JOIN wage_sheet s ON s.id = l.sheet_id
          WHERE l.appointment_id = a.id AND l.month = ${month}::date AND l.removed_at IS NULL
            AND s.state IN ('submitted', 'approved', 'locked')) AS h ON true
      WHERE ${attendanceConditions(filter, whole)}
      ORDER BY a.county_code, a.township, a.village, a.name, a.id`,
  );
  const all = stored.map((row) => ({ row, days: daysOf(row, month, whole) }));
  const open = all.filter(({ days }) => days !== null && days.openDays > 0);
  const entered = all.filter(({ days }) => days !== null && days.openDays === 0);
  const shown = { all, open, whole: entered }[state];
  return {
    counts: { all: all.length, open: open.length, whole: entered.length },
    readsDays: whole.length > 0,
    rows: shown.slice((page - 1) * size, page * size).map(({ row, days }) => ({
      ...rowOf(actor, row, month, on),
      ...{ days, area: days === null ? "" : row.area },
    })),
  };
}

/** A district officer is told of nobody's days. */
function daysOf(row: Stored, month: CalendarDate, whole: readonly string[]): AttendanceRow["days"] {
  if (!whole.includes(row.countyCode)) return null;
  const post = { startsOn: day(row.startsOn), lastDay: day(row.lastDay) };
  const marks = marksInPost(row.marks, month, post);
  return { ...countMarks(marks), marks };
}

function rowOf(actor: Actor, row: Stored, month: CalendarDate, on: string) {
  const { id, name, post, countyCode, sheetId, number } = row;
  const label = wageSheetName({ month, number: number ?? 0 });
  const handedIn = sheetId === null ? null : { id: sheetId, label };
  const { idCardNumber } = openNumbers({ ...row, phoneSealed: null });
  const readsWhole = readsWholePost(actor, countyCode, on);
  return {
    ...{ id, name, post, handedIn, version: row.version ?? 0, wage: monthWageText(row) },
    ...{ startsOn: day(row.startsOn), lastDay: day(row.lastDay) },
    maskedId: maskIdCardNumber(idCardNumber),
    note: readsWhole ? (row.note ?? "") : "",
    recordedByName: readsWhole ? (row.recordedByName ?? "") : "",
    mayWrite: handedIn === null && may(actor, "attendance.write", countyCode, on),
  };
}
