import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { countMarks } from "~/domain/posts/attendance";
import { marksInPost } from "~/domain/posts/attendance-entry";
import { wageSheetName } from "~/domain/posts/wage-receipt";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

/** The month of one post, as whoever enters it needs it. */
export interface AttendanceRecord {
  readonly appointmentId: string;
  readonly countyCode: string;
  readonly name: string;
  /** Confirmed, not removed, and with a day in the month. */
  readonly isOpen: boolean;
  /** As entered, null while nothing is; and as the days of the post are now. */
  readonly entered: string | null;
  readonly marks: string;
  readonly note: string;
  /** 0 while nothing is entered. */
  readonly version: number;
  /** The sheet that was handed in over these days; null while they may change. */
  readonly handedIn: string | null;
}

interface Stored {
  readonly appointmentId: string;
  readonly countyCode: string;
  readonly name: string;
  readonly isConfirmed: boolean;
  readonly startsOn: string;
  readonly lastDay: string;
  readonly marks: string | null;
  readonly note: string | null;
  readonly version: number | null;
  readonly handedInNumber: number | null;
}

/** The month of these posts in scope, held against other writers. */
export async function holdAttendance(
  tx: Tx,
  ids: readonly string[],
  month: CalendarDate,
): Promise<readonly AttendanceRecord[]> {
  const known = [...new Set(ids)].filter(isUuid);
  await tx.$queryRaw`SELECT 1 FROM post_appointment WHERE id = ANY (${known}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`;
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT a.id AS "appointmentId", a.county_code AS "countyCode", a.name,
      a.state = 'confirmed' AND a.removed_at IS NULL AS "isConfirmed", a.starts_on::text AS "startsOn",
      coalesce(a.left_on, a.ends_on)::text AS "lastDay", t.marks, t.note, t.version,
      (SELECT s.number FROM wage_line l JOIN wage_sheet s ON s.id = l.sheet_id
        WHERE l.appointment_id = a.id AND l.month = ${month}::date AND l.removed_at IS NULL
          AND s.state IN ('submitted', 'approved', 'locked')) AS "handedInNumber"
    FROM post_appointment a
      LEFT JOIN post_attendance t ON t.appointment_id = a.id AND t.month = ${month}::date
    WHERE a.id = ANY (${known}::uuid[])`;
  return rows.map(({ isConfirmed, startsOn, lastDay, handedInNumber, ...row }) => {
    const marks = marksInPost(row.marks, month, { startsOn: day(startsOn), lastDay: day(lastDay) });
    return {
      ...{ ...row, marks, entered: row.marks, note: row.note ?? "", version: row.version ?? 0 },
      isOpen: isConfirmed && /[^-]/.test(marks),
      handedIn: handedInNumber === null ? null : wageSheetName({ month, number: handedInNumber }),
    };
  });
}

/** Writes a month that `holdAttendance` holds. */
export async function saveAttendance(
  tx: Tx,
  of: Pick<AttendanceRecord, "appointmentId" | "countyCode" | "version">,
  month: CalendarDate,
  entered: { readonly marks: string; readonly note: string },
  by: { readonly userId: string; readonly name: string; readonly now: Date },
): Promise<void> {
  const { appointmentId, countyCode, version } = of;
  const { workedDays, leaveDays, absentDays } = countMarks(entered.marks);
  const data = {
    ...{ ...entered, workedDays, leaveDays, absentDays, version: version + 1 },
    ...{ recordedBy: by.userId, recordedByName: by.name, recordedAt: by.now },
  };
  const key = { appointmentId, month: new Date(month) };
  await tx.postAttendance.upsert({
    where: { appointmentId_month: key },
    create: { ...data, ...key, countyCode },
    update: data,
  });
}

/** One event a county: who had which marks before and after stays in the record. */
export async function leaveAttendanceTrail(
  tx: Tx,
  actor: Actor,
  changed: readonly { readonly one: AttendanceRecord; readonly after: unknown }[],
  { month, now }: { readonly month: CalendarDate; readonly now: Date },
): Promise<void> {
  const counties = [...new Set(changed.map(({ one }) => one.countyCode))].sort();
  for (const countyCode of counties) {
    const here = changed.filter(({ one }) => one.countyCode === countyCode);
    const [first] = here;
    const isOne = here.length === 1 && first !== undefined;
    await leaveTrail(tx, {
      ...{ at: now, actorId: actor.userId, actorName: actor.name, action: "post.attendance" },
      ...(isOne
        ? { subjectKind: "postAppointment" as const, subjectId: first.one.appointmentId }
        : { subjectKind: "region" as const, subjectId: countyCode }),
      countyCode,
      detail: {
        ...(isOne ? { person: first.one.name } : { headcount: here.length }),
        month: month.slice(0, 7),
        changes: here.map(({ one, after }) => [one.appointmentId, one.entered, after]),
      },
    });
  }
}
