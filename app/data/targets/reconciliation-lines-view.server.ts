import type { Actor } from "~/domain/access/actor";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import type { LineSide } from "~/domain/targets/reconciliation";
import { mayForPair } from "~/domain/targets/reconciliation-access";
import { inTransaction } from "~/platform/prisma/transaction.server";
import {
  countReconciliationLines,
  readReconciliationLines,
  type ReconciliationLineRow,
} from "./reconciliation-lines.server";
import { findReconciliation } from "./reconciliation-store.server";

export interface LinesFilter {
  readonly round: number;
  readonly sides: readonly LineSide[];
  readonly cursor: KeyCursor;
  readonly size: number;
}

export interface LinesPage {
  readonly page: KeyPage<ReconciliationLineRow>;
  readonly counts: Readonly<Record<LineSide, number>>;
}

/** The people of one round, by name; null when the actor may not read them. */
export function listReconciliationLines(
  actor: Actor,
  id: string,
  { round, sides, cursor, size }: LinesFilter,
  on: string,
): Promise<LinesPage | null> {
  return inTransaction(actor, async (tx) => {
    const one = await findReconciliation(tx, actor, id, on);
    if (one === null || !mayForPair(actor, "reconciliation.read", one, on)) return null;
    const rows = await readReconciliationLines(tx, { id, round, sides }, size + 1, cursor);
    return {
      page: keyPage(rows, size, cursor, (row) => row.id),
      counts: await countReconciliationLines(tx, { id, round }),
    };
  });
}

const MOST_PRINTED = 5_000;

/** Everybody of one round for paper: first who is on one side only. */
export function listWholeReconciliation(
  actor: Actor,
  id: string,
  round: number,
  on: string,
): Promise<ReconciliationLineRow[] | null> {
  return inTransaction(actor, async (tx) => {
    const one = await findReconciliation(tx, actor, id, on);
    if (one === null || !mayForPair(actor, "reconciliation.read", one, on)) return null;
    const rows: ReconciliationLineRow[] = [];
    for (const side of ["COUNTY", "DISTRICT", "BOTH"] as const) {
      const asked = { id, round, sides: [side] };
      rows.push(...(await readReconciliationLines(tx, asked, MOST_PRINTED)));
    }
    return rows;
  });
}
