import type { ProvedLine } from "~/domain/claims/drawing";
import type { ClaimUnit } from "~/domain/claims/claim";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { wholeMonths } from "~/domain/shared/months";
import type { Tx } from "~/platform/prisma/client.server";

/** What a class gives: its sealed lines, and the school that may be paid in the people's place. */
export interface DrawnClass {
  readonly name: string;
  readonly isSealed: boolean;
  readonly provider: { readonly name: string; readonly code: string | null };
  readonly lines: readonly ProvedLine[];
}

interface Head {
  readonly name: string;
  readonly state: string;
  readonly costUnit: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly providerName: string;
  readonly creditCode: string | null;
}

/** The lines of a class of the county; by days, each counts those he was there. Null: no such class. */
export async function drawClass(
  tx: Tx,
  countyCode: string,
  classId: string,
): Promise<DrawnClass | null> {
  const [head] = await tx.$queryRaw<Head[]>`
    SELECT c.name || '（' || c.term || '）' AS name, r.state, c.cost_unit AS "costUnit",
      c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn",
      coalesce(p.name, c.provider_name) AS "providerName", p.credit_code AS "creditCode"
    FROM training_class c JOIN roster r ON r.class_id = c.id
      LEFT JOIN training_provider p ON p.id = c.provider_id
    WHERE c.id = ${classId}::uuid AND c.county_code = ${countyCode}`;
  if (head === undefined) return null;
  const rows = await tx.$queryRaw<(Person & { readonly days: number })[]>`
    SELECT l.id AS "sourceId", l.person_id AS "personId", encode(l.id_index, 'hex') AS "idIndex", l.name,
      (SELECT count(DISTINCT s.held_on)::int FROM attendance a JOIN class_session s ON s.id = a.session_id
        WHERE a.line_id = l.id AND s.cancelled_at IS NULL
          AND a.state IN ('PRESENT', 'LATE', 'LEFT_EARLY')) AS days
    FROM roster r JOIN roster_line l ON l.roster_id = r.id AND l.removed_at IS NULL
    WHERE r.class_id = ${classId}::uuid AND r.state = 'sealed' ORDER BY l.line_no, l.id`;
  const { name, state, startsOn, endsOn, providerName, creditCode } = head;
  const unit: ClaimUnit = head.costUnit === "personMonth" ? "PERSON_MONTH" : "PERSON_DAY";
  const months = Math.max(1, wholeMonths(startsOn, endsOn));
  const lines = rows.map(({ days, ...person }) => ({
    ...{ ...person, eventOn: startsOn, periodFrom: startsOn, periodTo: endsOn, unit },
    ...{ quantity: unit === "PERSON_DAY" ? days : months, destination: null },
  }));
  const provider = { name: providerName, code: creditCode };
  return { name, isSealed: state === "sealed", provider, lines };
}

type Person = Pick<ProvedLine, "sourceId" | "personId" | "idIndex" | "name">;
