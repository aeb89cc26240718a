import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { mayAnywhere } from "~/domain/access/policy";
import { mayForPair } from "~/domain/targets/reconciliation-access";
import { turnsOf, TURN_LABELS, type ReconciliationTurn } from "~/domain/targets/reconciliation";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { findListMaker, reconciliationLabel } from "./reconciliation-signing-store.server";
import { RECONCILIATION_COLUMNS, type ReconciliationRecord } from "./reconciliation-store.server";

interface ReconciliationTodo {
  readonly what: string;
  readonly countyName: string;
  readonly detail: string;
  readonly to: string;
}

const MOST_ROWS = 20;

const WHAT: Readonly<Record<ReconciliationTurn, string>> = {
  drawList: "对账取数",
  enterFigure: "填报区方人数",
  explain: "说明对账差异",
  signCounty: "对账签字",
  signDistrict: "对账签字",
};

const WHOSE: Readonly<Record<ReconciliationTurn, readonly Action[]>> = {
  drawList: ["reconciliation.prepare"],
  enterFigure: ["reconciliation.signDistrict"],
  explain: ["reconciliation.prepare", "reconciliation.signDistrict"],
  signCounty: ["reconciliation.signCounty"],
  signDistrict: ["reconciliation.signDistrict"],
};

const ACTIONS: readonly Action[] = [...new Set(Object.values(WHOSE).flat())];

/** The open months that wait for what the actor does, the oldest first. */
export async function reconciliationTodos(
  tx: Tx,
  actor: Actor,
  on: string,
): Promise<ReconciliationTodo[]> {
  const waiting = await waitingMonths(tx, actor, on);
  return waiting.slice(0, MOST_ROWS).map(({ one, turn }) => ({
    what: `${WHAT[turn]}：${reconciliationLabel(one)}`,
    countyName: regionName(one.countyCode) ?? one.countyCode,
    detail: TURN_LABELS[turn],
    to: `/reconciliations/${one.id}`,
  }));
}

/** How many `reconciliationTodos` would list without its limit. */
export async function countReconciliationTodos(tx: Tx, actor: Actor, on: string): Promise<number> {
  return (await waitingMonths(tx, actor, on)).length;
}

/** Open months are few: a county has one a month and measure until both have signed. */
async function waitingMonths(tx: Tx, actor: Actor, on: string) {
  if (!ACTIONS.some((action) => mayAnywhere(actor, action, on))) return [];
  const open = await tx.$queryRaw<ReconciliationRecord[]>(Prisma.sql`
    SELECT ${RECONCILIATION_COLUMNS} FROM reconciliation r WHERE r.state = 'open'
    ORDER BY r.month, r.county_code, r.id`);
  const waiting: { one: ReconciliationRecord; turn: ReconciliationTurn }[] = [];
  for (const one of open) {
    const turn = turnsOf(one).find((each) =>
      WHOSE[each].some((action) => mayForPair(actor, action, one, on)),
    );
    if (turn === undefined) continue;
    const isOwn = turn === "signCounty" && (await findListMaker(tx, one.id)) === actor.userId;
    if (!isOwn) waiting.push({ one, turn });
  }
  return waiting;
}
