import { wageSheetName } from "~/domain/posts/wage-receipt";
import type { OpenAdjustment, WageCandidate } from "~/domain/posts/wage-drawing";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { Prisma, type Tx } from "~/platform/prisma/client.server";

/** Whom a sheet is drawn for. */
export interface SheetScope {
  /** Null while there is no sheet yet. */
  readonly id: string | null;
  readonly countyCode: string;
  /** First day of the month. */
  readonly month: CalendarDate;
  /** Empty for all. */
  readonly township: string;
  readonly fundSource: string;
}

/** A post with a day in the month, or owed for an earlier one, and what else a sheet shows of it. */
export interface FoundCandidate extends WageCandidate {
  readonly appointmentId: string;
  readonly personId: string;
  readonly idIndex: Uint8Array;
  readonly name: string;
  readonly post: string;
  readonly area: string;
}

interface StoredCandidate extends Omit<
  FoundCandidate,
  "otherSheet" | "hasAccount" | "adjustments" | "startsOn" | "lastDay" | "rateFen"
> {
  readonly rateFen: number;
  readonly startsOn: string;
  readonly lastDay: string;
  readonly otherNumber: number | null;
  readonly accountId: string | null;
}

/** Reasons of lines that the drawing itself let go of; an officer's own reason keeps a line off for good. */
export const REDRAWN_REASON = "重新生成时不再符合列入条件";

/**
 * The posts of the county that reach into the month, and such as ended before it and are owed for a locked month; by
 * township, village and name.
 */
export async function findWageCandidates(
  tx: Tx,
  scope: SheetScope,
): Promise<readonly FoundCandidate[]> {
  const { id, countyCode, month, township, fundSource } = scope;
  const rows = await tx.$queryRaw<StoredCandidate[]>`
    SELECT a.id AS "appointmentId", a.person_id AS "personId", a.id_index AS "idIndex", a.name,
      a.title AS post, a.township || a.village AS area, a.state = 'confirmed' AS "isConfirmed",
      a.monthly_rate_fen AS "rateFen", a.starts_on::text AS "startsOn",
      coalesce(a.left_on, a.ends_on)::text AS "lastDay", t.marks,
      (SELECT s.number FROM wage_line l JOIN wage_sheet s ON s.id = l.sheet_id
        WHERE l.appointment_id = a.id AND l.month = ${month}::date AND l.removed_at IS NULL
          AND l.sheet_id IS DISTINCT FROM ${id}::uuid) AS "otherNumber",
      (SELECT l.removed_reason FROM wage_line l
        WHERE l.appointment_id = a.id AND l.sheet_id = ${id}::uuid AND l.removed_at IS NOT NULL
          AND l.removed_reason <> ${REDRAWN_REASON} ORDER BY l.removed_at DESC LIMIT 1) AS "takenOff",
      (SELECT k.id FROM payee_account k
        WHERE k.person_id = a.person_id AND k.replaced_at IS NULL) AS "accountId"
    FROM post_appointment a
      LEFT JOIN post_attendance t ON t.appointment_id = a.id AND t.month = ${month}::date
    WHERE a.county_code = ${countyCode} AND a.removed_at IS NULL
      AND a.starts_on < ${month}::date + interval '1 month'
      AND (coalesce(a.left_on, a.ends_on) >= ${month}::date OR EXISTS (
        SELECT FROM wage_adjustment j LEFT JOIN wage_line l ON l.id = j.line_id
        WHERE j.appointment_id = a.id AND j.voided_at IS NULL AND j.amount_fen > 0
          AND j.of_month < ${month}::date AND (j.line_id IS NULL OR l.sheet_id = ${id}::uuid)))
      ${township === "" ? Prisma.empty : Prisma.sql`AND a.township = ${township}`}
      ${fundSource === "" ? Prisma.empty : Prisma.sql`AND a.fund_source = ${fundSource}`}
    ORDER BY a.township, a.village, a.name, a.id`;
  const adjustments = await openAdjustments(tx, scope);
  return rows.map(({ otherNumber, accountId, ...row }) => ({
    ...row,
    ...{ rateFen: fen(row.rateFen), startsOn: day(row.startsOn), lastDay: day(row.lastDay) },
    otherSheet: otherNumber === null ? null : wageSheetName({ month, number: otherNumber }),
    hasAccount: accountId !== null,
    adjustments: adjustments.get(row.appointmentId) ?? [],
  }));
}

/** Corrections of earlier months that wait, or are taken into this very sheet. */
async function openAdjustments(
  tx: Tx,
  { id, countyCode, month }: SheetScope,
): Promise<ReadonlyMap<string, readonly OpenAdjustment[]>> {
  const rows = await tx.$queryRaw<{ id: string; appointmentId: string; amountFen: number }[]>`
    SELECT j.id, j.appointment_id AS "appointmentId", j.amount_fen AS "amountFen"
    FROM wage_adjustment j LEFT JOIN wage_line l ON l.id = j.line_id
    WHERE j.county_code = ${countyCode} AND j.voided_at IS NULL AND j.returned_on IS NULL
      AND j.of_month < ${month}::date
      AND (j.line_id IS NULL OR l.sheet_id = ${id}::uuid)
    ORDER BY j.entered_at, j.id`;
  const found = new Map<string, OpenAdjustment[]>();
  for (const { id: one, appointmentId, amountFen } of rows) {
    const before = found.get(appointmentId) ?? [];
    found.set(appointmentId, [...before, { id: one, amountFen: fen(amountFen) }]);
  }
  return found;
}
