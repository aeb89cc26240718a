import type { Actor } from "~/domain/access/actor";
import {
  LEDGER_CHECKS,
  LEDGER_STATES,
  type LedgerCheck,
  type LedgerFilter,
  type LedgerState,
} from "~/domain/placements/ledger-filter";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { MOST_COUNTED } from "~/domain/shared/counted";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { ledgerConditions } from "./ledger-conditions.server";

/** How long the list is under a tab, and under a check; `MOST_COUNTED` + 1: longer than is counted. */
export interface LedgerCounts {
  readonly states: Partial<Readonly<Record<LedgerState, number>>>;
  readonly checks: Partial<Readonly<Record<LedgerCheck, number>>>;
}

/**
 * Each of them is the length of the list that its tab or check opens, everything else of the filter kept. A search
 * that no index answers is counted once, for the list itself: six counts would be six readings of a county's ledger.
 */
export function countLedger(
  actor: Actor,
  filter: LedgerFilter,
  on: CalendarDate,
): Promise<LedgerCounts> {
  const isPlain = Object.entries(filter).every(
    ([name, value]) => INDEXED.includes(name) || value === null || value === "",
  );
  const states = isPlain && filter.check === null ? LEDGER_STATES : [filter.state];
  const checks = isPlain ? LEDGER_CHECKS : [];
  return inTransaction(actor, async (tx) => ({
    states: await each(tx, states, (state) => ledgerConditions({ ...filter, state }, on)),
    checks: await each(tx, checks, (check) => ledgerConditions({ ...filter, check }, on)),
  }));
}

/** Every tab and check has an index of its own, by county. */
const INDEXED: readonly string[] = ["county", "state", "check"] satisfies (keyof LedgerFilter)[];

async function each<Key extends string>(
  tx: Tx,
  keys: readonly Key[],
  conditions: (key: Key) => Prisma.Sql,
): Promise<Partial<Record<Key, number>>> {
  if (keys.length === 0) return {};
  const counts = keys.map(
    (key) => Prisma.sql`SELECT ${key} AS key, (SELECT count(*)::int FROM (
      SELECT FROM placement p WHERE ${conditions(key)}
      LIMIT ${MOST_COUNTED + 1}) AS l) AS lines`,
  );
  const rows = await tx.$queryRaw<{ key: Key; lines: number }[]>`
    ${Prisma.join(counts, " UNION ALL ")}`;
  return Object.fromEntries(rows.map(({ key, lines }) => [key, lines])) as Partial<
    Record<Key, number>
  >;
}
