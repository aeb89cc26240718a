import type { PoolClient } from "pg";
import type { RosterState } from "~/domain/rosters/roster";
import { newId } from "~/platform/id.server";
import { newPrintCode } from "~/platform/print-code.server";

export interface NewRosterPrint {
  readonly rosterId: string;
  /** In the order of the paper. */
  readonly lineIds: readonly string[];
  readonly rowsPerPage: number;
  readonly copyNo: string;
  readonly printedBy: string;
  readonly printedByName: string;
  readonly printedAt: Date;
}

export interface SavedRosterPrint {
  readonly code: string;
  /** From 1 for each roster. */
  readonly printNo: number;
  readonly contentVersion: number;
  readonly pageCount: number;
}

/** The state of a roster the caller has locked. */
export async function findRosterState(client: PoolClient, rosterId: string): Promise<RosterState> {
  const { rows } = await client.query<{ state: RosterState }>(
    "SELECT state FROM roster WHERE id = $1",
    [rosterId],
  );
  const [found] = rows;
  if (found === undefined) throw new Error("The roster was locked and is gone");
  return found.state;
}

/**
 * Records a printing for ink: which lines in which version stand on it, in the order of the paper.
 * The caller holds the roster, so its content stays as it was read.
 */
export async function saveRosterPrint(
  client: PoolClient,
  print: NewRosterPrint,
): Promise<SavedRosterPrint> {
  // Two printing at once only share the roster; without this both would take the same number.
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
    `roster_print:${print.rosterId}`,
  ]);
  const pageCount = Math.ceil(print.lineIds.length / print.rowsPerPage);
  const { rows } = await client.query<Omit<SavedRosterPrint, "pageCount">>(
    `INSERT INTO roster_print (id, code, roster_id, county_code, print_no, content_version,
       rows_per_page, page_count, line_ids, line_versions, copy_no, printed_by, printed_by_name,
       printed_at)
     SELECT $1, $2, r.id, r.county_code,
       1 + (SELECT coalesce(max(p.print_no), 0) FROM roster_print p WHERE p.roster_id = r.id),
       r.content_version, $4, $5, $6::uuid[],
       (SELECT array_agg(l.content_version ORDER BY o.place)
        FROM unnest($6::uuid[]) WITH ORDINALITY o (id, place) JOIN roster_line l ON l.id = o.id),
       $7, $8, $9, $10
     FROM roster r WHERE r.id = $3
     RETURNING code, print_no AS "printNo", content_version AS "contentVersion"`,
    [
      newId(),
      newPrintCode(),
      print.rosterId,
      print.rowsPerPage,
      pageCount,
      print.lineIds,
      print.copyNo,
      print.printedBy,
      print.printedByName,
      print.printedAt,
    ],
  );
  const [saved] = rows;
  if (saved === undefined) throw new Error("The roster was locked and is gone");
  return { ...saved, pageCount };
}
