import type { PoolClient } from "pg";
import type { TrainingField } from "~/domain/rosters/layouts/training";
import { headerPlaces } from "~/domain/rosters/header-signature";
import type { ColumnMap } from "~/domain/rosters/column-map";
import type { FoundTable, SheetPreview, TableChoice, TableProblem } from "~/domain/rosters/table";
import type { IntakeFacts } from "./import-intake.server";

/** What opening the file said besides its rows. */
export interface FoundInFile {
  readonly table: FoundTable<TrainingField> | null;
  readonly problems: readonly TableProblem[];
  readonly notices: readonly string[];
}

/** What an import remembers of its table, to re-check a row without the file. */
export interface StoredTable {
  readonly table: FoundTable<TrainingField>;
  readonly columns: ColumnMap<TrainingField>;
}

/** Columns chosen by hand for this very import. */
export async function findChoice(
  client: PoolClient,
  importId: string,
): Promise<TableChoice<TrainingField> | null> {
  const { rows } = await client.query<{ columns: Partial<TableChoice<TrainingField>> }>(
    "SELECT columns FROM roster_import WHERE id = $1",
    [importId],
  );
  const columns = rows[0]?.columns;
  return columns?.sheet === undefined ? null : (columns as TableChoice<TrainingField>);
}

/** What the county chose before for a header row with these very texts, wherever it stands. */
export async function findRemembered(
  client: PoolClient,
  countyCode: string,
  sheets: readonly SheetPreview[],
): Promise<TableChoice<TrainingField> | null> {
  const places = headerPlaces(sheets);
  const { rows } = await client.query<{ signature: string; columns: Columns }>(
    `SELECT signature, columns FROM column_memory
     WHERE county_code = $1 AND layout = 'training' AND signature = ANY ($2)
     ORDER BY saved_at DESC LIMIT 1`,
    [countyCode, [...places.keys()]],
  );
  const known = rows[0];
  const place = known && places.get(known.signature);
  return known && place ? { ...place, columns: known.columns } : null;
}

type Columns = TableChoice<TrainingField>["columns"];

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
  facts: IntakeFacts,
  stored: StoredTable,
  found: FoundInFile,
  rowCount: number,
  now: Date,
) {
  const { table, columns } = stored;
  const notices = [
    ...found.notices,
    ...found.problems.map((one) => one.message),
    ...registryNotices(facts),
  ];
  await client.query(
    `UPDATE roster_import SET state = 'checked', problem = '', notices = $2, sheet = $3,
       header_row = $4, "table" = $5, title = $6, row_count = $7, checked_at = $8,
       version = version + 1 WHERE id = $1`,
    [
      facts.importId,
      JSON.stringify(notices),
      table.sheet,
      table.headerRow,
      JSON.stringify({ table, columns }),
      table.title.heading ?? "",
      rowCount,
      now,
    ],
  );
}

function registryNotices({ snapshotOn, startsOn }: IntakeFacts): string[] {
  if (snapshotOn === null) {
    return ["本县还没有建档立卡数据，各行均未查验。请先在“登记库”导入大数据平台的导出文件。"];
  }
  if (snapshotOn <= startsOn) return [`已按 ${snapshotOn} 导出的建档立卡数据查验。`];
  return [`已按 ${snapshotOn} 导出的建档立卡数据查验，晚于开班日 ${startsOn}，属事后查验。`];
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
