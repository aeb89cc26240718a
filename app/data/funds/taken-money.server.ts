import { tableYears } from "~/domain/funds/table-year";
import type { Tx } from "~/platform/prisma/client.server";
import type { NewAllocation, StoredAllocation } from "./allocation-store.server";
import type { DocumentRecord } from "./document-store.server";
import {
  findLikeTable,
  holdLine,
  holdStandingTable,
  shippedTableOf,
} from "./standing-allocation.server";

/** Why the money of a new table is entered already, or cannot be the document's. */
export type MoneyTaken =
  /** The document already has a table for the area and year: its money would count twice. */
  | { readonly kind: "tableStands"; readonly tableId: string; readonly isShipped: boolean }
  /** Another document has a table that says nearly the same, and nobody said why this is other money. */
  | { readonly kind: "looksCopied"; readonly tableId: string; readonly title: string }
  | { readonly kind: "yearOfDocument"; readonly years: readonly [first: number, last: number] }
  /** The line is divided already, or pots are set up of it. */
  | { readonly kind: "lineDivided"; readonly tableId: string }
  | { readonly kind: "lineHasPots"; readonly pots: number };

/** Whether a table has the money already; else the one of another document that it is much like. */
export async function moneyTaken(
  tx: Tx,
  document: DocumentRecord,
  asked: Omit<NewAllocation, "id">,
): Promise<MoneyTaken | { readonly like: StoredAllocation | null }> {
  const tableId = await holdStandingTable(tx, asked);
  if (tableId !== null) {
    return { kind: "tableStands", tableId, isShipped: shippedTableOf(asked) !== null };
  }
  const years = tableYears(document);
  if (years !== null && (asked.year < years[0] || asked.year > years[1])) {
    return { kind: "yearOfDocument", years };
  }
  return { like: await findLikeTable(tx, asked, asked.table) };
}

/** What stands on the line already; null: nothing does. */
export async function lineTaken(tx: Tx, rowId: string): Promise<MoneyTaken | null> {
  const { dividedBy, pots } = await holdLine(tx, rowId);
  if (dividedBy !== null) return { kind: "lineDivided", tableId: dividedBy };
  return pots > 0 ? { kind: "lineHasPots", pots } : null;
}
