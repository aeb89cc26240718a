import { isAtWork } from "~/data/placements/at-work.server";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { Tx } from "~/platform/prisma/client.server";

/** Where a person works, or last worked. */
export interface LatestJob {
  readonly employerName: string;
  readonly isInWork: boolean;
}

/** Of each of these people the latest job of the reader's counties; one who stands in no ledger is left out. */
export async function latestJobs(
  tx: Tx,
  personIds: readonly string[],
  on: CalendarDate,
): Promise<ReadonlyMap<string, LatestJob>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<(LatestJob & { readonly personId: string })[]>`
    SELECT DISTINCT ON (person_id) person_id AS "personId", employer_name AS "employerName",
      ${isAtWork(on)} AS "isInWork"
    FROM placement p WHERE person_id = ANY (${personIds}::uuid[]) AND removed_at IS NULL
    ORDER BY person_id, ${isAtWork(on)} DESC, started_on DESC, id DESC`;
  return new Map(rows.map(({ personId, ...job }) => [personId, job]));
}
