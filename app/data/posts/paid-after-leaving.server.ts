import { paidAfterLeaving, type PaidAfterLeaving } from "~/domain/posts/wage-after-leaving";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { Prisma, type Tx } from "~/platform/prisma/client.server";

/** A line that paid beyond somebody's last day, and what no correction has made up. */
export interface LatePay extends PaidAfterLeaving {
  readonly lineId: string;
  readonly sheetId: string;
  readonly appointmentId: string;
  readonly name: string;
  readonly countyCode: string;
  /** First day of the month. */
  readonly month: CalendarDate;
}

interface Stored {
  readonly lineId: string;
  readonly sheetId: string;
  readonly appointmentId: string;
  readonly name: string;
  readonly countyCode: string;
  readonly month: string;
  readonly rateFen: number;
  readonly dueFen: number;
  readonly monthDays: number;
  readonly termDays: number;
  readonly workedDays: number;
  readonly leaveDays: number;
  readonly absentDays: number;
  readonly startsOn: string;
  readonly lastDay: string;
  readonly marks: string | null;
  readonly correctedFen: number;
}

interface Of {
  readonly sheetId?: string;
  readonly appointmentIds?: readonly string[];
  readonly counties?: readonly string[];
}

/** Lines whose money is out and that a later known last day shows to be too much; the first month first. */
export async function findPaidAfterLeaving(tx: Tx, of: Of): Promise<readonly LatePay[]> {
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT l.id AS "lineId", l.sheet_id AS "sheetId", a.id AS "appointmentId", l.name,
      l.county_code AS "countyCode", l.month::text AS month, l.rate_fen AS "rateFen",
      l.due_fen AS "dueFen", l.month_days AS "monthDays", l.term_days AS "termDays",
      l.worked_days AS "workedDays", l.leave_days AS "leaveDays", l.absent_days AS "absentDays",
      a.starts_on::text AS "startsOn", a.left_on::text AS "lastDay", t.marks,
      (SELECT coalesce(sum(j.amount_fen), 0)::int FROM wage_adjustment j
        WHERE j.of_line_id = l.id AND j.voided_at IS NULL) AS "correctedFen"
    FROM post_appointment a JOIN wage_line l ON l.appointment_id = a.id AND l.removed_at IS NULL
        AND l.payment_state IN ('SENT', 'PAID')
      LEFT JOIN post_attendance t ON t.appointment_id = a.id AND t.month = l.month
    WHERE a.left_on IS NOT NULL AND a.removed_at IS NULL AND l.term_days > 0
      AND a.left_on < (l.month + interval '1 month - 1 day')::date AND ${conditionsOf(of)}
    ORDER BY l.month, l.name, l.id`;
  return rows.flatMap((row) => {
    const { lineId, sheetId, appointmentId, name, countyCode, correctedFen, marks } = row;
    const { monthDays, termDays, workedDays, leaveDays, absentDays } = row;
    const month = day(row.month);
    const found = paidAfterLeaving({
      ...{ rateFen: fen(row.rateFen), dueFen: fen(row.dueFen), month, marks, correctedFen },
      ...{ startsOn: day(row.startsOn), lastDay: day(row.lastDay) },
      days: { monthDays, termDays, workedDays, leaveDays, absentDays },
    });
    if (found === null) return [];
    return [{ ...found, lineId, sheetId, appointmentId, name, countyCode, month }];
  });
}

function conditionsOf({ sheetId, appointmentIds, counties }: Of): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`TRUE`,
      ...(sheetId === undefined ? [] : [Prisma.sql`l.sheet_id = ${sheetId}::uuid`]),
      ...(appointmentIds === undefined
        ? []
        : [Prisma.sql`a.id = ANY (${[...appointmentIds]}::text[]::uuid[])`]),
      ...(counties === undefined
        ? []
        : [Prisma.sql`a.county_code = ANY (${[...counties]}::text[])`]),
    ],
    " AND ",
  );
}
