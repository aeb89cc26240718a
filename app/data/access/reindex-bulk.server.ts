import type pg from "pg";
import {
  PAYEE_ACCOUNTS,
  readAllRows,
  SEALED_TABLES,
  writeColumns,
  type SealedRow,
  type SealedTable,
} from "~/data/access/sealed-columns-store.server";
import { contextOf } from "~/data/access/sealing-context.server";
import { bankCardIndex, idCardIndex, phoneIndex } from "~/platform/crypto/blind-index.server";
import { openText, sealText } from "~/platform/crypto/field-cipher.server";
import type { KeyRing } from "~/platform/crypto/key-ring.server";

const BATCH = 1_000;

/**
 * Computes every blind index anew under the next ring's index secret, and seals what was bound to the
 * old index. Runs inside the caller's transaction: half of an index finds half of the people.
 */
export async function reindexNumbers(
  owner: pg.ClientBase,
  rings: { readonly from: KeyRing; readonly to: KeyRing },
  report: (label: string, rows: number) => void,
): Promise<void> {
  for (const table of SEALED_TABLES) {
    if (table.idIndex === null) continue;
    let rows = 0;
    for await (const batch of readAllRows(owner, table, BATCH)) {
      const indexed = batch.filter(({ idIndex }) => idIndex !== null);
      const changes = indexed.map((old) => ({ old, values: reindex(table, old, rings) }));
      rows += await writeColumns(owner, table, columnsOf(table), changes);
    }
    report(table.label, rows);
  }
  for (const { name, label } of OF_THE_PERSON) {
    const { rowCount } = await owner.query(
      `UPDATE ${name} l SET id_index = p.id_index FROM person p WHERE p.id = l.person_id`,
    );
    report(label, rowCount ?? 0);
  }
  report(PAYEE_ACCOUNTS.label, await reindexAccounts(owner, rings));
}

/** What keeps no number of its own: its index is its person's. */
const OF_THE_PERSON = [
  { name: "placement", label: "转移就业台账" },
  { name: "post_appointment", label: "公共服务岗位" },
] as const;

async function reindexAccounts(
  owner: pg.ClientBase,
  { from, to }: { readonly from: KeyRing; readonly to: KeyRing },
): Promise<number> {
  let rows = 0;
  for await (const batch of readAllRows(owner, PAYEE_ACCOUNTS, BATCH)) {
    const changes = batch.map((old) => {
      const [sealed] = old.sealed;
      if (!sealed) throw new Error("an account without its number");
      const context = contextOf("account_sealed", old.key, null);
      const number = openText(from, sealed, context);
      return { old, values: [bankCardIndex(to, number), sealText(to, number, context)] };
    });
    rows += await writeColumns(owner, PAYEE_ACCOUNTS, ["account_index", "account_sealed"], changes);
  }
  return rows;
}

const hasPhone = (table: SealedTable) => table.columns.includes("phone_sealed");

function columnsOf(table: SealedTable): string[] {
  return ["id_index", "id_sealed", ...(hasPhone(table) ? ["phone_index", "phone_sealed"] : [])];
}

function reindex(
  table: SealedTable,
  row: SealedRow,
  { from, to }: { readonly from: KeyRing; readonly to: KeyRing },
): (Buffer | null)[] {
  const opened = (column: string) => {
    const sealed = row.sealed[table.columns.indexOf(column)] ?? null;
    return sealed && openText(from, sealed, contextOf(column, row.key, row.idIndex));
  };
  const number = opened("id_sealed");
  if (number === null) throw new Error(`${table.name} has an index without its number`);
  const index = idCardIndex(to, number);
  const seal = (column: string, text: string) =>
    sealText(to, text, contextOf(column, row.key, index));
  const numbers = [index, seal("id_sealed", number)];
  if (!hasPhone(table)) return numbers;
  const phone = opened("phone_sealed");
  return phone === null
    ? [...numbers, null, null]
    : [...numbers, phoneIndex(to, phone), seal("phone_sealed", phone)];
}
