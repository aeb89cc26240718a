import type { ProvedLine } from "~/domain/claims/drawing";
import type { Destination } from "~/domain/placements/destination";
import type { NumbersOn } from "~/domain/rules/value-series";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { monthsEnd } from "~/domain/shared/months";
import { Prisma, type Tx } from "~/platform/prisma/client.server";

/** How many months of work each kind of claim wants. */
const MONTHS = {
  STABLE_EMPLOYMENT: "claim.stableMinMonths",
  AGENCY: "claim.agencyMinMonths",
  OUTWORK: "claim.outworkMinMonths",
} as const;

export type PlacementKind = keyof typeof MONTHS;

/** Placements that began within some days, or of a batch sent out by an intermediary. */
export type PlacementsToDraw =
  { readonly from: CalendarDate; readonly to: CalendarDate } | { readonly labourBatchId: string };

/**
 * Placements of the county with evidence whose wanted months (one while no number is in force) are over by the day, but
 * for public posts; claimed from the first day of work to the last of those months.
 */
export async function drawPlacements(
  tx: Tx,
  of: { readonly countyCode: string; readonly kind: PlacementKind; readonly today: CalendarDate },
  which: PlacementsToDraw,
  numbers: NumbersOn,
): Promise<ProvedLine[]> {
  const { countyCode, kind, today } = of;
  const asked =
    "labourBatchId" in which
      ? Prisma.sql`p.batch_id = ${which.labourBatchId}::uuid`
      : Prisma.sql`p.started_on BETWEEN ${which.from}::date AND ${which.to}::date`;
  const left = kind === "OUTWORK" ? Prisma.sql`AND p.destination <> 'LOCAL'` : Prisma.empty;
  const rows = await tx.$queryRaw<Found[]>`
    SELECT p.id AS "sourceId", p.person_id AS "personId", encode(p.id_index, 'hex') AS "idIndex", p.name,
      p.started_on::text AS "startedOn", p.destination
    FROM placement p
    WHERE p.county_code = ${countyCode} AND ${asked} ${left} AND p.removed_at IS NULL
      AND p.evidence_count > 0 AND p.form <> 'PUBLIC_SERVICE'
    ORDER BY p.started_on, p.id`;
  return rows.flatMap(({ startedOn, ...person }) => {
    const periodTo = wantedUntil(kind, startedOn, numbers);
    if (periodTo > today) return [];
    const period = { eventOn: startedOn, periodFrom: startedOn, periodTo };
    return [{ ...person, ...period, quantity: 1, unit: "PERSON" as const }];
  });
}

/** The last day of the months of work that the kind wants, counted from the first; one month while no number is in force. */
export function wantedUntil(
  kind: PlacementKind,
  startedOn: CalendarDate,
  numbers: NumbersOn,
): CalendarDate {
  const months = numbers(startedOn)(MONTHS[kind])?.value ?? 1;
  return monthsEnd(startedOn, Math.max(1, Math.ceil(months)));
}

/** The intermediary that sent a batch of the county out; null: no such batch. */
export async function intermediaryOf(tx: Tx, countyCode: string, labourBatchId: string) {
  const rows = await tx.$queryRaw<{ batch: string; name: string; code: string | null }[]>`
    SELECT b.name AS batch, e.name, e.credit_code AS code
    FROM labour_batch b JOIN employer e ON e.id = b.intermediary_id
    WHERE b.id = ${labourBatchId}::uuid AND b.county_code = ${countyCode}`;
  return rows[0] ?? null;
}

interface Found {
  readonly sourceId: string;
  readonly personId: string;
  readonly idIndex: string;
  readonly name: string;
  readonly startedOn: CalendarDate;
  readonly destination: Destination;
}
