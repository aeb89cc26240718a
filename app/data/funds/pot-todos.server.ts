import type { Actor } from "~/domain/access/actor";
import { countiesFor } from "~/domain/access/policy";
import { day } from "~/domain/shared/calendar-date";
import { fen, yuanText } from "~/domain/shared/fen";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { areaName } from "./document-view.server";
import { moneyTodos, type PotTodo } from "./money-todos.server";

interface Waiting {
  readonly kind: "spending" | "adjustment" | "locked";
  readonly id: string;
  readonly potId: string;
  readonly potName: string;
  readonly regionCode: string;
  readonly what: string;
  readonly amountFen: bigint;
}

const MOST_ROWS = 20;
const WHAT = {
  spending: "审核资金支出",
  adjustment: "办理项目调整",
  locked: "结转资金待解锁",
} as const;
const PLACE = { spending: "/entries/expenditure/", adjustment: "/adjustments/", locked: "" };

/**
 * Spending and changes of projects that wait for this very person, carried-over money that waits for a decision, and
 * money that is late or lies idle; nobody decides on what he entered himself.
 */
export async function potTodos(tx: Tx, actor: Actor, on: string): Promise<PotTodo[]> {
  const rows = await tx.$queryRaw<Waiting[]>`
    SELECT w.* FROM (${waiting(actor, on)}) AS w ORDER BY w.id LIMIT ${MOST_ROWS}`;
  const asked = rows.map(({ kind, id, potId, potName, regionCode, what, amountFen }) => ({
    what: `${WHAT[kind]}：${potName}`,
    countyName: areaName(regionCode),
    detail: `${what} ${yuanText(fen(Number(amountFen)))}`,
    to: `/funds/${potId}${PLACE[kind]}${kind === "locked" ? "" : id}`,
  }));
  return [...asked, ...(await moneyTodos(tx, actor, day(on))).slice(0, MOST_ROWS)];
}

/** How many `potTodos` would list without its limit. */
export async function countPotTodos(tx: Tx, actor: Actor, on: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (${waiting(actor, on)}) AS w`;
  return (row?.n ?? 0) + (await moneyTodos(tx, actor, day(on))).length;
}

function waiting(actor: Actor, on: string): Prisma.Sql {
  const areas = countiesFor(actor, "fund.review", on);
  const released = countiesFor(actor, "fund.release", on);
  const pot = Prisma.sql`JOIN fund_pot p ON p.id = x.pot_id AND p.voided_at IS NULL
    AND p.closed_at IS NULL WHERE x.region_code = ANY (${areas}::text[])`;
  const head = Prisma.sql`x.id, x.pot_id AS "potId", p.name AS "potName",
    x.region_code AS "regionCode", x.amount_fen AS "amountFen"`;
  return Prisma.sql`
    SELECT 'spending' AS kind, ${head}, x.purpose AS what FROM expenditure x ${pot}
      AND x.voided_at IS NULL AND x.reviewed_at IS NULL AND x.claim_payment_id IS NULL
      AND x.recorded_by <> ${actor.userId}::uuid
    UNION ALL
    SELECT 'adjustment' AS kind, ${head}, x.what FROM fund_adjustment x ${pot}
      AND x.state = 'submitted' AND x.submitted_by <> ${actor.userId}::uuid
    UNION ALL
    SELECT 'locked' AS kind, p.id, p.id AS "potId", p.name AS "potName",
      p.region_code AS "regionCode", p.amount_fen AS "amountFen", '锁定' AS what
    FROM fund_pot p WHERE p.is_locked AND p.voided_at IS NULL AND p.closed_at IS NULL
      AND p.region_code = ANY (${released}::text[])`;
}
