import { countKept } from "~/data/targets/kept-counts.server";
import type { Actor } from "~/domain/access/actor";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { DESTINATIONS } from "~/domain/placements/destination";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { tallyOf } from "~/domain/targets/counting";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { hasLeft } from "./at-work.server";
import { tabCondition } from "./follow-up-conditions.server";

/** The ledger of the actor's counties in figures, each as long as the list it opens. */
export interface LedgerFigures {
  readonly inWork: number;
  /** Of all lines, left or not: verified, and with standing evidence. */
  readonly proved: number;
  /** Follow-ups of today and the days to come, and of them those whose day has passed. */
  readonly due: number | "1000 以上";
  readonly overdue: number | "1000 以上";
}

/** Where more wait to be asked, nobody needs the number to begin; the lines themselves would have to be read for it. */
const MOST_ASKED = 1000;

/** No ledger begins before, or ends after. */
const EVER = { from: day("1949-10-01"), to: day("2999-12-31") };
const RULE = { ...EVER, destinations: DESTINATIONS, basis: "PERSON_TIMES", rivals: [] } as const;

/**
 * Null for those who do not read ledgers. Lines are those kept for the board of targets, counted again only for
 * counties that have changed; who left is a range of an index of its own.
 */
export function viewLedgerFigures(actor: Actor, on: CalendarDate): Promise<LedgerFigures | null> {
  if (!mayAnywhere(actor, "placement.read", on)) return Promise.resolve(null);
  const reader = narrowedTo(actor, "placement.read", on);
  return inTransaction(reader, async (tx) => {
    const days = await countKept(tx, { ...RULE, areas: reader.counties });
    const { registered, proved } = tallyOf(days);
    const rows = await tx.$queryRaw<{ left: number; due: number; overdue: number }[]>`
      SELECT (SELECT count(*)::int FROM placement p
          WHERE ${hasLeft(on)} AND p.removed_at IS NULL) AS left,
        (${waiting("due", on)}) AS due, (${waiting("overdue", on)}) AS overdue`;
    const { left, due, overdue } = rows[0] ?? { left: 0, due: 0, overdue: 0 };
    return { inWork: registered - left, proved, due: upTo(due), overdue: upTo(overdue) };
  });
}

function waiting(tab: "due" | "overdue", on: CalendarDate): Prisma.Sql {
  return Prisma.sql`SELECT count(*)::int FROM (SELECT FROM placement p
    WHERE ${tabCondition(tab, on)} LIMIT ${MOST_ASKED}) AS waiting`;
}

function upTo(count: number): LedgerFigures["due"] {
  return count < MOST_ASKED ? count : "1000 以上";
}
