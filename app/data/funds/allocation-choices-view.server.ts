import { regionChoices, type RegionChoice } from "~/data/regions/region-name-view.server";
import type { Actor } from "~/domain/access/actor";
import { countiesFor, mayAnywhere } from "~/domain/access/policy";
import { moneyOf } from "~/domain/funds/allocation";
import { amountText } from "~/domain/funds/allocation-amount";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findAllocationsOf } from "./allocation-store.server";
import { parentLine } from "./parent-line.server";
import type { ParentLine } from "~/domain/funds/balance-slots";

/** Prefectures and counties whose tables the actor may enter. */
export function allocationRegions(actor: Actor, on: string): RegionChoice[] {
  return mayAnywhere(actor, "allocation.write", on)
    ? regionChoices(countiesFor(actor, "allocation.write", on))
    : [];
}

const MOST_TABLES = 50;

/** Lines of the tables of the last years that a new table may divide. */
export function parentChoices(
  actor: Actor,
  years: readonly number[],
): Promise<readonly { readonly value: string; readonly label: string }[]> {
  return inTransaction(actor, async (tx) => {
    const choices: { readonly value: string; readonly label: string }[] = [];
    for (const year of years) {
      for (const table of await findAllocationsOf(tx, year, MOST_TABLES)) {
        for (const row of table.rows) {
          const amount = amountText(moneyOf(table, row), "FEN");
          const label = `${year} 年 ${row.unitName} ${amount}（${table.title}）`;
          if (row.areaCode !== null) choices.push({ value: row.id, label });
        }
      }
    }
    return choices;
  });
}

/** The line that a typed table says it divides; null where there is none in scope. */
export function viewParentLine(actor: Actor, rowId: string): Promise<ParentLine | null> {
  return inTransaction(actor, (tx) => parentLine(tx, rowId));
}
