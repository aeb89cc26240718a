import type { ClientBase } from "pg";
import type { Finding } from "~/domain/rosters/finding";
import type { WorkHeaders } from "~/domain/rosters/placement-findings";
import { secondJobsAnew, type PlacementKey } from "~/domain/rosters/placement-memory";
import { rowState } from "~/domain/rosters/roster-import";

interface StoredRow extends PlacementKey {
  readonly number: string;
  readonly sheetRow: number;
  readonly findings: readonly Finding[];
  readonly canBeMended: boolean;
}

/** The warnings "another job in this file" of all rows of the numbers that corrections have touched. */
export async function retellSecondJobs(
  client: ClientBase,
  importId: string,
  idIndexes: readonly Buffer[],
  headers: WorkHeaders,
): Promise<void> {
  const { rows } = await client.query<StoredRow>(
    `SELECT encode(id_index, 'hex') AS number, sheet_row AS "sheetRow", findings,
       fields->>'employerKey' AS "employerKey", fields->>'startedOn' AS "startedOn",
       cells_sealed IS NOT NULL AS "canBeMended"
     FROM roster_import_row WHERE import_id = $1 AND id_index = ANY ($2) ORDER BY sheet_row`,
    [importId, idIndexes],
  );
  for (const number of new Set(rows.map((row) => row.number))) {
    const own = rows
      .filter((row) => row.number === number)
      .map(({ employerKey, startedOn, ...row }) => ({ ...row, key: { employerKey, startedOn } }));
    for (const { sheetRow, findings } of secondJobsAnew(own, headers)) {
      await client.query(
        `UPDATE roster_import_row SET findings = $3, state = $4
         WHERE import_id = $1 AND sheet_row = $2`,
        [importId, sheetRow, JSON.stringify(findings), rowState(findings)],
      );
    }
  }
}
