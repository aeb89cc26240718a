import type { PoolClient } from "pg";
import type { CellProposal } from "~/domain/evidence/cell-decision";
import type { InkElement } from "~/domain/evidence/line-proofs";
import type { Printing, ScanState } from "~/domain/evidence/scan-page";
import type { StoredBytes } from "~/platform/evidence-store.server";
import type { BatchToRead } from "./scan-store.server";

/** A picture that lies in the evidence store already. */
export interface KeptPicture extends StoredBytes {
  readonly id: string;
}

export interface FoundCell {
  readonly lineId: string;
  readonly element: InkElement;
  readonly rowNo: number;
  /** Share of the cell that is ink, 0 to 1. */
  readonly ink: number;
  readonly proposed: CellProposal;
  readonly picture: KeptPicture;
}

/** What the reading made of one page. */
export interface FoundPage {
  readonly id: string;
  readonly fileId: string;
  readonly sheetInFile: number;
  readonly state: ScanState;
  /** The code as read, or why nothing was read. */
  readonly problem: string;
  readonly printId: string | null;
  readonly pageNo: number | null;
  readonly picture: KeptPicture | null;
  readonly cells: readonly FoundCell[];
}

export type CodedPrinting = Printing & { readonly code: string };

/** Every printing of the roster. */
export async function listPrintings(
  client: PoolClient,
  rosterId: string,
): Promise<readonly CodedPrinting[]> {
  const { rows } = await client.query<CodedPrinting>(
    `SELECT id, code, print_no AS "printNo", rows_per_page AS "rowsPerPage",
       page_count AS "pageCount", line_ids AS "lineIds", line_versions AS "lineVersions"
     FROM roster_print WHERE roster_id = $1`,
    [rosterId],
  );
  return rows;
}

/** A printing of another roster: its id where it is in scope, null where only its being is known. */
export async function findPrintingElsewhere(
  client: PoolClient,
  code: string,
): Promise<{ readonly id: string | null } | null> {
  const { rows } = await client.query<{ id: string | null; known: boolean }>(
    `SELECT (SELECT id FROM roster_print WHERE code = $1) AS id, print_is_known($1) AS known`,
    [code],
  );
  const found = rows[0];
  return found?.known === true ? { id: found.id } : null;
}

export async function isSealed(client: PoolClient, rosterId: string): Promise<boolean> {
  const { rows } = await client.query("SELECT FROM roster WHERE id = $1 AND state = 'sealed'", [
    rosterId,
  ]);
  return rows.length > 0;
}

/** Writes the pages of a batch with their pictures and cells, in the caller's transaction. */
export async function savePages(
  client: PoolClient,
  batch: BatchToRead,
  pages: readonly FoundPage[],
  now: Date,
): Promise<void> {
  for (const page of pages) {
    const pictures = [page.picture, ...page.cells.map(({ picture }) => picture)];
    for (const picture of pictures) {
      if (picture !== null) await savePicture(client, batch, picture, now);
    }
    await client.query(
      `INSERT INTO scan_page (id, batch_id, roster_id, county_code, file_id, sheet_in_file, state,
         problem, print_id, page_no, straight_file_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[page.id, batch.id, batch.rosterId, batch.countyCode, page.fileId, page.sheetInFile],
        ...[page.state, page.problem, page.printId, page.pageNo, page.picture?.id ?? null],
      ],
    );
    for (const cell of page.cells) await saveCell(client, batch, page.id, cell);
  }
}

function savePicture(client: PoolClient, batch: BatchToRead, picture: KeptPicture, now: Date) {
  return client.query(
    `INSERT INTO stored_file (id, county_code, purpose, original_name, size, sha256, uploaded_by,
       uploaded_at) VALUES ($1, $2, 'scan', '', $3, $4, $5, $6)`,
    [picture.id, batch.countyCode, picture.size, picture.sha256, batch.uploadedBy, now],
  );
}

function saveCell(client: PoolClient, batch: BatchToRead, pageId: string, cell: FoundCell) {
  const { lineId, element, rowNo, picture, ink, proposed } = cell;
  return client.query(
    `INSERT INTO scan_cell (page_id, line_id, element, county_code, row_no, file_id, ink, proposed)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [pageId, lineId, element, batch.countyCode, rowNo, picture.id, ink, proposed],
  );
}
