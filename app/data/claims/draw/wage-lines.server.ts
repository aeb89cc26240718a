import { IS_SIGNED } from "~/data/posts/receipt-sql.server";
import type { ProvedLine } from "~/domain/claims/drawing";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { monthsEnd } from "~/domain/shared/months";
import type { Tx } from "~/platform/prisma/client.server";

/** Months of posts of the county that are paid, signed for and locked, between two months (their first days). */
export async function drawWages(
  tx: Tx,
  countyCode: string,
  months: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<ProvedLine[]> {
  const rows = await tx.$queryRaw<Found[]>`
    SELECT l.id AS "sourceId", l.person_id AS "personId", encode(a.id_index, 'hex') AS "idIndex", l.name,
      l.month::text AS month
    FROM wage_line l JOIN wage_sheet s ON s.id = l.sheet_id AND s.state = 'locked' AND s.removed_at IS NULL
      JOIN post_appointment a ON a.id = l.appointment_id
    WHERE l.county_code = ${countyCode} AND l.month BETWEEN ${months.from}::date AND ${months.to}::date
      AND l.removed_at IS NULL AND l.payment_state = 'PAID' AND ${IS_SIGNED}
    ORDER BY l.month, s.number, l.line_no, l.id`;
  return rows.map(({ month, ...person }) => ({
    ...{ ...person, eventOn: month, periodFrom: month, periodTo: monthsEnd(month, 1) },
    ...{ quantity: 1, unit: "PERSON_MONTH" as const, destination: null },
  }));
}

interface Found {
  readonly sourceId: string;
  readonly personId: string;
  readonly idIndex: string;
  readonly name: string;
  readonly month: CalendarDate;
}
