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
): Promise<ReadonlyMap<string, LatestJob>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<(LatestJob & { readonly personId: string })[]>`
    SELECT DISTINCT ON (person_id) person_id AS "personId", employer_name AS "employerName",
      ended_on IS NULL AS "isInWork"
    FROM placement WHERE person_id = ANY (${personIds}::uuid[]) AND removed_at IS NULL
    ORDER BY person_id, ended_on IS NULL DESC, started_on DESC, id DESC`;
  return new Map(rows.map(({ personId, ...job }) => [personId, job]));
}
