import type { CalendarDate } from "~/domain/shared/calendar-date";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { destinationsOf } from "~/domain/targets/measure";
import type { ListedPerson } from "~/domain/targets/reconciliation-lists";
import { lastDayOfMonth } from "~/domain/targets/reconciliation-month";
import { openText } from "~/platform/crypto/field-cipher.server";
import { platform } from "~/platform/platform.server";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import type { ReconciledMonth } from "./reconciliation-store.server";

/** A person of the ledger, counted in a month. */
export interface CountedPerson extends ListedPerson {
  readonly idIndex: Buffer;
  readonly idSealed: Buffer;
  readonly maskedId: string;
  readonly personId: string;
  readonly placementId: string;
}

interface StoredPerson {
  readonly idIndex: Uint8Array;
  readonly idSealed: Uint8Array;
  readonly name: string;
  readonly employerName: string;
  readonly startedOn: string;
  readonly personId: string;
  readonly placementId: string;
}

/**
 * Whom the county's ledger counts in the month right now: of everybody with a proved placement of the measure this
 * year, those whose first one began in the month.
 */
export async function findCounted(
  tx: Tx,
  { countyCode, measure, month }: Pick<ReconciledMonth, "countyCode" | "measure" | "month">,
): Promise<CountedPerson[]> {
  const rows = await tx.$queryRaw<StoredPerson[]>`
    SELECT c.id_index AS "idIndex", p.id_sealed AS "idSealed", c.name,
      c.employer_name AS "employerName", c.started_on::text AS "startedOn",
      c.person_id AS "personId", c.id AS "placementId"
    FROM (${firstPlacements(countyCode, measure, month)}) c JOIN person p ON p.id = c.person_id
    WHERE c.started_on >= ${month}::date ORDER BY c.started_on, c.id`;
  const ring = platform().keyRing;
  return rows.map(({ idIndex, idSealed, ...row }) => {
    const key = Buffer.from(idIndex).toString("hex");
    const maskedId = maskIdCardNumber(openText(ring, idSealed, `idNumber:${key}`));
    return {
      ...row,
      key,
      maskedId,
      idIndex: Buffer.from(idIndex),
      idSealed: Buffer.from(idSealed),
    };
  });
}

/** The same without opening a number: name and placement by key, to see what has changed since. */
export async function findCountedKeys(
  tx: Tx,
  { countyCode, measure, month }: Pick<ReconciledMonth, "countyCode" | "measure" | "month">,
): Promise<{ key: string; name: string; placementId: string }[]> {
  return tx.$queryRaw`
    SELECT encode(c.id_index, 'hex') AS key, c.name, c.id AS "placementId"
    FROM (${firstPlacements(countyCode, measure, month)}) c
    WHERE c.started_on >= ${month}::date ORDER BY c.started_on, c.id`;
}

/** One placement a person: the first proved one from New Year to the month's end. */
function firstPlacements(
  countyCode: string,
  measure: ReconciledMonth["measure"],
  month: CalendarDate,
): Prisma.Sql {
  const destinations = destinationsOf(measure) ?? [];
  return Prisma.sql`
    SELECT DISTINCT ON (person_id) id, person_id, id_index, name, employer_name, started_on
    FROM placement WHERE county_code = ${countyCode} AND destination = ANY (${destinations})
      AND started_on BETWEEN ${`${month.slice(0, 4)}-01-01`}::date AND ${lastDayOfMonth(month)}::date
      AND removed_at IS NULL AND verified_category IS NOT NULL AND evidence_count > 0
    ORDER BY person_id, started_on, id`;
}
