import type { ClientBase, PoolClient } from "pg";
import type { Finding } from "~/domain/rosters/finding";
import type { Difference, RowMatching, RowState } from "~/domain/rosters/roster-import";
import { copyRows, type CopyValue } from "~/platform/bulk-sql.server";

/** One row of an import as it is stored: checked, matched, sealed. */
export interface ImportRow {
  readonly importId: string;
  readonly sheetRow: number;
  readonly countyCode: string;
  readonly state: RowState;
  readonly matching: RowMatching;
  readonly differences: readonly Difference[];
  readonly lineId: string;
  readonly personId: string;
  readonly idIndex: Buffer | null;
  readonly idSealed: Buffer | null;
  readonly phoneIndex: Buffer | null;
  readonly phoneSealed: Buffer | null;
  readonly name: string;
  readonly pinyinInitials: string;
  readonly sex: string;
  readonly bornOn: string | null;
  readonly ethnicity: string;
  readonly address: string;
  readonly declaredRegistered: boolean | null;
  readonly declaredStatus: string;
  readonly trade: string;
  readonly note: string;
  readonly findings: readonly Finding[];
  readonly cellsSealed: Buffer | null;
  readonly verifiedSnapshotId: string | null;
  readonly verifiedCategory: string | null;
  readonly registryCountyCode: string | null;
  /** Null: the import's county. */
  readonly homeCountyCode: string | null;
  /** What the layout asks beyond the person. */
  readonly fields: object;
}

const COLUMNS = {
  import_id: "importId",
  sheet_row: "sheetRow",
  county_code: "countyCode",
  state: "state",
  matching: "matching",
  differences: "differences",
  line_id: "lineId",
  person_id: "personId",
  id_index: "idIndex",
  id_sealed: "idSealed",
  phone_index: "phoneIndex",
  phone_sealed: "phoneSealed",
  name: "name",
  pinyin_initials: "pinyinInitials",
  sex: "sex",
  born_on: "bornOn",
  ethnicity: "ethnicity",
  address: "address",
  declared_registered: "declaredRegistered",
  declared_status: "declaredStatus",
  trade: "trade",
  note: "note",
  findings: "findings",
  cells_sealed: "cellsSealed",
  verified_snapshot_id: "verifiedSnapshotId",
  verified_category: "verifiedCategory",
  registry_county_code: "registryCountyCode",
  home_county_code: "homeCountyCode",
  fields: "fields",
} as const satisfies Record<string, keyof ImportRow>;

const NAMES = Object.keys(COLUMNS);
const FIELDS = Object.values(COLUMNS);

/** COPYs the rows of an import, batch by batch. */
export function copyImportRows(
  client: PoolClient,
  batches: AsyncIterable<readonly ImportRow[]>,
): Promise<void> {
  return copyRows(client, "roster_import_row", NAMES, asValues(batches));
}

async function* asValues(batches: AsyncIterable<readonly ImportRow[]>) {
  for await (const batch of batches) yield batch.map(rowValues);
}

/** Writes a row that was corrected in the page over what was there. */
export async function replaceImportRow(client: ClientBase, row: ImportRow): Promise<void> {
  const set = NAMES.map((name, at) => `${name} = $${at + 1}`).join(", ");
  await client.query(
    `UPDATE roster_import_row SET ${set}, decision = NULL, corrected = true
     WHERE import_id = $1 AND sheet_row = $2`,
    rowValues(row),
  );
}

function rowValues(row: ImportRow): CopyValue[] {
  return FIELDS.map((field) => {
    const value = row[field];
    if (field === "fields" || Array.isArray(value)) return JSON.stringify(value);
    return value as CopyValue;
  });
}
