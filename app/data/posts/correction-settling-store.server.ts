import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import { isUuid } from "~/platform/http/list-address.server";
import { Prisma, type Tx } from "~/platform/prisma/client.server";

/** Of `post_appointment a`: no month after `month` is left with which something could be kept back. */
export const noMonthAfter = (month: Prisma.Sql) => Prisma.sql`NOT EXISTS (
  SELECT FROM generate_series(${month} + interval '1 month', coalesce(a.left_on, a.ends_on),
    interval '1 month') AS m (first)
  WHERE NOT EXISTS (SELECT FROM wage_line x JOIN wage_sheet w ON w.id = x.sheet_id
    WHERE x.appointment_id = a.id AND x.month = m.first::date AND x.removed_at IS NULL
      AND w.state IN ('submitted', 'approved', 'locked')))`;

/** Whether the post of a line has no month left to settle a correction with. */
export async function hasNoMonthLeft(
  tx: Tx,
  of: { readonly appointmentId: string; readonly month: CalendarDate },
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isOver: boolean }[]>`
    SELECT ${noMonthAfter(Prisma.sql`${of.month}::date`)} AS "isOver"
    FROM post_appointment a WHERE a.id = ${of.appointmentId}::uuid`;
  return rows[0]?.isOver === true;
}

/** A correction that is still to be settled. */
export interface OpenCorrection {
  readonly id: string;
  readonly countyCode: string;
  readonly sheetId: string;
  readonly name: string;
  readonly ofMonth: CalendarDate;
  readonly amountFen: Fen;
}

/** Null out of scope, and for one that is settled. Held against others who settle it. */
export async function holdOpenCorrection(tx: Tx, id: string): Promise<OpenCorrection | null> {
  if (!isUuid(id)) return null;
  const rows = await tx.$queryRaw<
    (Omit<OpenCorrection, "ofMonth" | "amountFen"> & {
      readonly ofMonth: string;
      readonly amountFen: number;
    })[]
  >`
    SELECT j.id, j.county_code AS "countyCode", l.sheet_id AS "sheetId", l.name,
      j.of_month::text AS "ofMonth", j.amount_fen AS "amountFen"
    FROM wage_adjustment j JOIN wage_line l ON l.id = j.of_line_id
    WHERE j.id = ${id}::uuid AND j.line_id IS NULL AND j.voided_at IS NULL AND j.returned_on IS NULL
    FOR UPDATE OF j`;
  const [row] = rows;
  if (row === undefined) return null;
  return { ...row, ofMonth: day(row.ofMonth), amountFen: fen(row.amountFen) };
}

/** Writes down that the person paid it back himself. */
export async function markReturned(
  tx: Tx,
  id: string,
  returned: { readonly on: CalendarDate; readonly note: string },
  by: { readonly userId: string; readonly name: string; readonly now: Date },
): Promise<void> {
  await tx.wageAdjustment.update({
    where: { id },
    data: {
      ...{ returnedOn: new Date(returned.on), returnNote: returned.note },
      ...{ returnedBy: by.userId, returnedByName: by.name, returnedAt: by.now },
    },
  });
}
