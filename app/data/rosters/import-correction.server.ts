import type { PoolClient } from "pg";
import type { FirstSeen } from "~/domain/rosters/duplicate-finder";
import type { Finding } from "~/domain/rosters/finding";
import type { CheckedRow } from "~/domain/rosters/person-row";
import type { CellKind, SheetRow } from "~/domain/rosters/sheet";
import { idCardIndex } from "~/platform/crypto/blind-index.server";
import { openText } from "~/platform/crypto/field-cipher.server";
import { platform } from "~/platform/platform.server";
import type { Intake } from "./import-intake.server";
import { prepareRows } from "./import-rows.server";
import { replaceImportRow } from "./import-row.server";

/** What the officer typed over cells of one row; fields he left alone are absent. */
export interface Correction {
  readonly sheetRow: number;
  readonly values: Readonly<Partial<Record<string, string>>>;
}

/**
 * Writes the corrections into the stored cells and checks those rows anew, and with them the rows
 * that were refused as duplicates of a number that is now gone. Returns the rows corrected.
 */
export async function correctImportRows(
  client: PoolClient,
  intake: Intake,
  corrections: readonly Correction[],
): Promise<number> {
  let corrected = 0;
  const touched: Buffer[] = [];
  for (const { sheetRow, values } of corrections) {
    const stored = await findCells(client, intake.importId, sheetRow);
    if (stored === null) continue;
    const before = stored.idIndex;
    const after = await recheck(client, intake, typedOver(stored.cells, intake, values));
    corrected += 1;
    if (before !== null) await releaseDuplicate(client, intake, before);
    touched.push(...[before, after].filter((index) => index !== null));
  }
  await recheckOthers(client, intake, {
    idIndexes: touched,
    typed: corrections.map(({ sheetRow }) => sheetRow),
  });
  await intake.retell?.(client, touched);
  return corrected;
}

/** Whoever was refused or warned for another row of his number is looked at again: that row may say something else now. */
async function recheckOthers(
  client: PoolClient,
  intake: Intake,
  of: { readonly idIndexes: readonly Buffer[]; readonly typed: readonly number[] },
): Promise<void> {
  if (intake.ofOtherRows === undefined) return;
  const { rows } = await client.query<{ sheetRow: number }>(
    `SELECT sheet_row AS "sheetRow" FROM roster_import_row
     WHERE import_id = $1 AND id_index = ANY ($2::bytea[]) AND sheet_row <> ALL ($3::int[])
       AND EXISTS (SELECT FROM jsonb_array_elements(findings) f WHERE f->>'kind' = ANY ($4::text[]))
     ORDER BY sheet_row`,
    [intake.importId, of.idIndexes, of.typed, intake.ofOtherRows],
  );
  for (const { sheetRow } of rows) {
    const stored = await findCells(client, intake.importId, sheetRow);
    if (stored !== null) await recheck(client, intake, stored.cells);
  }
}

interface StoredCells {
  readonly cells: SheetRow;
  readonly idIndex: Buffer | null;
}

async function findCells(
  client: PoolClient,
  importId: string,
  sheetRow: number,
): Promise<StoredCells | null> {
  const { rows } = await client.query<{ sealed: Buffer | null; idIndex: Buffer | null }>(
    `SELECT cells_sealed AS sealed, id_index AS "idIndex" FROM roster_import_row
     WHERE import_id = $1 AND sheet_row = $2`,
    [importId, sheetRow],
  );
  const row = rows[0];
  if (row === undefined || row.sealed === null) return null;
  const json = openText(platform().keyRing, row.sealed, `cells:${importId}:${sheetRow}`);
  const [texts, kinds] = JSON.parse(json) as [string[], CellKind[]];
  return { cells: { sheetRow, texts, kinds }, idIndex: row.idIndex };
}

function typedOver(cells: SheetRow, intake: Intake, values: Correction["values"]): SheetRow {
  const texts = [...cells.texts];
  const kinds = [...cells.kinds];
  for (const [key, value] of Object.entries(values)) {
    const column = intake.columns.at[key] ?? -1;
    if (column < 0 || value === undefined) continue;
    while (texts.length <= column) {
      texts.push("");
      kinds.push("blank");
    }
    texts[column] = value;
    kinds[column] = value === "" ? "blank" : "text";
  }
  return { sheetRow: cells.sheetRow, texts, kinds };
}

/** Answers with the number that the row has now. */
async function recheck(client: PoolClient, intake: Intake, row: SheetRow): Promise<Buffer | null> {
  const checked = intake.check(row);
  const duplicate = await otherRowOf(client, intake, checked);
  const [prepared] = await prepareRows(client, intake, [row], () => duplicate);
  if (prepared !== undefined) await replaceImportRow(client, prepared);
  return prepared?.idIndex ?? null;
}

/** A row typed anew repeats any other row with its number that is not itself refused for that. */
async function otherRowOf(
  client: PoolClient,
  intake: Intake,
  checked: CheckedRow,
): Promise<Finding | null> {
  const { idCardNumber } = checked.values;
  if (idCardNumber === null) return null;
  const index = idCardIndex(platform().keyRing, idCardNumber);
  const { rows } = await client.query<FirstSeen>(
    `SELECT sheet_row AS "sheetRow", name FROM roster_import_row
     WHERE import_id = $1 AND id_index = $2 AND sheet_row <> $3 AND fields @> $4
       AND NOT findings @? '$[*] ? (@.kind == "duplicate-in-file")'::jsonpath
     ORDER BY sheet_row LIMIT 1`,
    [intake.importId, index, checked.sheetRow, JSON.stringify(intake.repeatKey(checked))],
  );
  const first = rows[0];
  return first === undefined ? null : intake.repeated(checked, first);
}

/** The first of the rows refused as repeating this number may stand now, if nothing else holds it. */
async function releaseDuplicate(client: PoolClient, intake: Intake, idIndex: Buffer) {
  const { rows } = await client.query<{ sheetRow: number }>(
    `SELECT sheet_row AS "sheetRow" FROM roster_import_row
     WHERE import_id = $1 AND id_index = $2
       AND findings @? '$[*] ? (@.kind == "duplicate-in-file")'::jsonpath
     ORDER BY sheet_row LIMIT 1`,
    [intake.importId, idIndex],
  );
  const next = rows[0];
  const stored = next && (await findCells(client, intake.importId, next.sheetRow));
  if (stored) await recheck(client, intake, stored.cells);
}
