import type { PoolClient } from "pg";
import { headerPlaces } from "~/domain/rosters/header-signature";
import type { FoundTable, SheetPreview, TableChoice, TableProblem } from "~/domain/rosters/table";
import type { ImportFacts, StoredTable } from "./import-intake.server";

/** What opening the file said besides its rows. */
export interface FoundInFile {
  readonly table: FoundTable<string> | null;
  readonly problems: readonly TableProblem[];
  readonly notices: readonly string[];
}

/** Columns chosen by hand for this very import. */
export async function findChoice(
  client: PoolClient,
  importId: string,
): Promise<TableChoice<string> | null> {
  const { rows } = await client.query<{ columns: Partial<TableChoice<string>> }>(
    "SELECT columns FROM roster_import WHERE id = $1",
    [importId],
  );
  const columns = rows[0]?.columns;
  return columns?.sheet === undefined ? null : (columns as TableChoice<string>);
}

/** What the county chose before for a header row with these very texts, wherever it stands. */
export async function findRemembered(
  client: PoolClient,
  { countyCode, layout }: ImportFacts,
  sheets: readonly SheetPreview[],
): Promise<TableChoice<string> | null> {
  const places = headerPlaces(sheets);
  const { rows } = await client.query<{ signature: string; columns: Columns }>(
    `SELECT signature, columns FROM column_memory
     WHERE county_code = $1 AND layout = $2 AND signature = ANY ($3)
     ORDER BY saved_at DESC LIMIT 1`,
    [countyCode, layout, [...places.keys()]],
  );
  const known = rows[0];
  const place = known && places.get(known.signature);
  return known && place ? { ...place, columns: known.columns } : null;
}

type Columns = TableChoice<string>["columns"];

/** The officer has to point out the columns. */
export async function needsColumns(client: PoolClient, importId: string, found: FoundInFile) {
  const refusals = found.problems.filter((one) => one.severity === "refused");
  await client.query(
    `UPDATE roster_import SET state = 'needsColumns', problem = $2, notices = $3, sheet = $4,
       header_row = $5, version = version + 1 WHERE id = $1`,
    [
      importId,
      refusals.map((one) => one.message).join("\n"),
      JSON.stringify(found.notices),
      found.table?.sheet ?? "",
      found.table?.headerRow ?? 0,
    ],
  );
}

/** The file cannot be read at all; what it had let in so far is taken back. */
export async function unreadable(client: PoolClient, importId: string, message: string) {
  await client.query("ROLLBACK TO SAVEPOINT reading");
  await client.query(
    "UPDATE roster_import SET state = 'failed', problem = $2, version = version + 1 WHERE id = $1",
    [importId, message],
  );
}

/** Every row is checked and stored: the preview stands. */
export async function checked(
  client: PoolClient,
  importId: string,
  { table, columns }: StoredTable,
  said: { readonly notices: readonly string[]; readonly rowCount: number },
  now: Date,
) {
  await client.query(
    `UPDATE roster_import SET state = 'checked', problem = '', notices = $2, sheet = $3,
       header_row = $4, "table" = $5, title = $6, row_count = $7, checked_at = $8,
       version = version + 1 WHERE id = $1`,
    [
      importId,
      JSON.stringify(said.notices),
      table.sheet,
      table.headerRow,
      JSON.stringify({ table, columns }),
      table.title.heading ?? "",
      said.rowCount,
      now,
    ],
  );
}

/** The table of an import that is checked and not yet in a roster, locked; null otherwise. */
export async function lockOpenImport(
  client: PoolClient,
  importId: string,
): Promise<StoredTable | null> {
  const { rows } = await client.query<{ table: StoredTable }>(
    `SELECT "table" FROM roster_import WHERE id = $1 AND state = 'checked' FOR UPDATE`,
    [importId],
  );
  return rows[0]?.table ?? null;
}
