import type pg from "pg";

/** A table with sealed columns; names come from here only, never from outside. */
export interface SealedTable {
  readonly name: string;
  readonly label: string;
  readonly key: readonly { readonly column: string; readonly type: "uuid" | "bytea" | "int" }[];
  readonly columns: readonly string[];
  /** Column of the blind index of the ID number, where there is one. */
  readonly idIndex: string | null;
}

const byId = [{ column: "id", type: "uuid" }] as const;
const numbers = ["id_sealed", "phone_sealed"];

/** Its own index is that of the account. */
export const PAYEE_ACCOUNTS: SealedTable = {
  name: "payee_account",
  label: "收款账号",
  key: byId,
  columns: ["account_sealed"],
  idIndex: null,
};

/** Every column that `sealText` writes. */
export const SEALED_TABLES: readonly SealedTable[] = [
  { name: "person", label: "人员", key: byId, columns: numbers, idIndex: "id_index" },
  { name: "roster_line", label: "名册行", key: byId, columns: numbers, idIndex: "id_index" },
  {
    name: "registry_entry",
    label: "建档立卡数据",
    key: [
      { column: "snapshot_id", type: "uuid" },
      { column: "id_index", type: "bytea" },
    ],
    columns: ["id_sealed"],
    idIndex: "id_index",
  },
  {
    name: "roster_import_row",
    label: "导入中的行",
    key: [
      { column: "import_id", type: "uuid" },
      { column: "sheet_row", type: "int" },
    ],
    columns: [...numbers, "cells_sealed"],
    idIndex: "id_index",
  },
  {
    name: "reconciliation_line",
    label: "对账名单",
    key: byId,
    columns: ["id_sealed"],
    idIndex: "id_index",
  },
  { name: "form_draft", label: "表单草稿", key: byId, columns: ["fields_sealed"], idIndex: null },
  {
    name: "roster_amendment",
    label: "封存后更正",
    key: byId,
    columns: ["before_sealed", "after_sealed"],
    idIndex: null,
  },
  {
    name: "employer",
    label: "用人单位",
    key: byId,
    columns: ["contact_phone_sealed"],
    idIndex: null,
  },
  PAYEE_ACCOUNTS,
  {
    name: "claim_batch",
    label: "申领收款单位账号",
    key: byId,
    columns: ["unit_account_sealed"],
    idIndex: null,
  },
];

export interface SealedRow {
  /** Values of the key's columns. */
  readonly key: readonly (string | number | Buffer)[];
  readonly idIndex: Buffer | null;
  /** In the order of the table's columns. */
  readonly sealed: readonly (Buffer | null)[];
}

/** Rows after `after` in the order of the key; with `exceptKey` only those sealed by another key. */
export async function readSealedRows(
  owner: pg.ClientBase,
  table: SealedTable,
  after: SealedRow["key"] | null,
  limit: number,
  exceptKey?: number,
): Promise<SealedRow[]> {
  const columns = table.key.map(({ column }) => column);
  const place = table.key.map(({ type }, index) => `$${index + 2}::${type}`).join(",");
  const wanted = after === null ? [] : [`(${columns.join(",")}) > (${place})`];
  // Bytes 3 and 4 of what is sealed are the number of its key, see platform/crypto/envelope.
  if (exceptKey !== undefined) {
    const hex = exceptKey.toString(16).padStart(4, "0");
    const others = table.columns.map((name) => `substring(${name} from 3 for 2) <> '\\x${hex}'`);
    wanted.push(`(${others.join(" OR ")})`);
  }
  const { rows } = await owner.query<Cells>({
    rowMode: "array",
    text: `${selectFrom(table)} ${wanted.length === 0 ? "" : `WHERE ${wanted.join(" AND ")}`}
      ORDER BY ${columns.join(",")} LIMIT $1`,
    values: [limit, ...(after ?? [])],
  });
  return rows.map((row) => toSealedRow(table, row));
}

/**
 * Every row as it stands now, in batches, inside the caller's transaction: a cursor does not see what
 * is changed while it is read.
 */
export async function* readAllRows(
  owner: pg.ClientBase,
  table: SealedTable,
  limit: number,
): AsyncGenerator<SealedRow[]> {
  await owner.query(`DECLARE sealed_rows NO SCROLL CURSOR FOR ${selectFrom(table)}`);
  for (;;) {
    const text = `FETCH ${limit} FROM sealed_rows`;
    const { rows } = await owner.query<Cells>({ rowMode: "array", text });
    if (rows.length === 0) break;
    yield rows.map((row) => toSealedRow(table, row));
  }
  await owner.query("CLOSE sealed_rows");
}

type Cells = (string | number | Buffer | null)[];

function selectFrom(table: SealedTable): string {
  const keys = table.key.map(({ column }) => column);
  return `SELECT ${[...keys, table.idIndex ?? "NULL", ...table.columns].join(",")} FROM ${table.name}`;
}

function toSealedRow(table: SealedTable, row: Cells): SealedRow {
  const width = table.key.length;
  return {
    key: row.slice(0, width).flatMap((value) => (value === null ? [] : [value])),
    idIndex: bytesOrNull(row[width]),
    sealed: row.slice(width + 1).map(bytesOrNull),
  };
}

/** Writes columns of many rows at once, each only where it still holds what was read. Answers how many rows. */
export async function writeColumns(
  owner: pg.ClientBase,
  table: SealedTable,
  columns: readonly string[],
  rows: readonly { readonly old: SealedRow; readonly values: readonly (Buffer | null)[] }[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const keys = table.key.map(({ type }, index) => `$${index + 1}::${type}[]`);
  const news = columns.map((_, index) => `$${keys.length + index + 1}::bytea[]`);
  const olds = table.columns.map(
    (_, index) => `$${keys.length + columns.length + index + 1}::bytea[]`,
  );
  const names = [
    ...table.key.map((_, index) => `k${index}`),
    ...columns.map((_, index) => `n${index}`),
    ...table.columns.map((_, index) => `o${index}`),
  ];
  const result = await owner.query(
    `UPDATE ${table.name} t SET ${columns.map((name, index) => `${name} = v.n${index}`).join(", ")}
     FROM unnest(${[...keys, ...news, ...olds].join(", ")}) AS v (${names.join(", ")})
     WHERE ${[
       ...table.key.map(({ column }, index) => `t.${column} = v.k${index}`),
       ...table.columns.map((name, index) => `t.${name} IS NOT DISTINCT FROM v.o${index}`),
     ].join(" AND ")}`,
    [
      ...table.key.map((_, index) => rows.map(({ old }) => old.key[index])),
      ...columns.map((_, index) => rows.map(({ values }) => values[index])),
      ...table.columns.map((_, index) => rows.map(({ old }) => old.sealed[index])),
    ],
  );
  return result.rowCount ?? 0;
}

function bytesOrNull(value: unknown): Buffer | null {
  return Buffer.isBuffer(value) ? value : null;
}
