import type { Actor } from "~/domain/access/actor";
import {
  LEDGER_CHECKS,
  LEDGER_STATES,
  MOST_COUNTED,
  type LedgerCheck,
  type LedgerFilter,
  type LedgerState,
} from "~/domain/placements/ledger-filter";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { ledgerConditions } from "./ledger-conditions.server";

/** How long the list is under each tab, and under each check; `MOST_COUNTED` + 1: longer than is counted. */
export interface LedgerCounts {
  readonly states: Readonly<Record<LedgerState, number>>;
  readonly checks: Readonly<Record<LedgerCheck, number>>;
}

/** Each of them is the length of the list that its tab or check opens, everything else of the filter kept. */
export function countLedger(actor: Actor, filter: LedgerFilter): Promise<LedgerCounts> {
  return inTransaction(actor, async (tx) => ({
    states: await each(tx, LEDGER_STATES, (state) => ({ ...filter, state })),
    checks: await each(tx, LEDGER_CHECKS, (check) => ({ ...filter, check })),
  }));
}

async function each<Key extends string>(
  tx: Tx,
  keys: readonly Key[],
  narrowed: (key: Key) => LedgerFilter,
): Promise<Record<Key, number>> {
  const counts = keys.map(
    (key) => Prisma.sql`SELECT ${key} AS key, (SELECT count(*)::int FROM (
      SELECT FROM placement p WHERE ${ledgerConditions(narrowed(key))}
      LIMIT ${MOST_COUNTED + 1}) AS l) AS lines`,
  );
  const rows = await tx.$queryRaw<{ key: Key; lines: number }[]>`
    ${Prisma.join(counts, " UNION ALL ")}`;
  return Object.fromEntries(rows.map(({ key, lines }) => [key, lines])) as Record<Key, number>;
}
