import type { Actor } from "~/domain/access/actor";
import { countiesFor } from "~/domain/access/policy";
import { carryOverOf, isYearOver } from "~/domain/funds/carry-over";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen, yuanText } from "~/domain/shared/fen";
import type { Tx } from "~/platform/prisma/client.server";
import { areaName } from "./document-view.server";
import { clockOf, type PotClock } from "./pot-clock.server";
import { figuresOf } from "./pot-figures.server";
import { findPotsOf, type PotRecord } from "./pot-store.server";

export interface PotTodo {
  readonly what: string;
  readonly countyName: string;
  readonly detail: string;
  readonly to: string;
}

/** Open pots of one finance office; more than these nobody works through. */
const MOST_POTS = 200;

/** Money of the actor's pots that should have come, or came and lies, or whose year is over: one entry a pot and matter. */
export async function moneyTodos(
  tx: Tx,
  actor: Actor,
  today: CalendarDate,
): Promise<readonly PotTodo[]> {
  const areas = countiesFor(actor, "fund.write", today);
  if (areas.length === 0) return [];
  const pots = await findPotsOf(tx, { openIn: areas }, MOST_POTS);
  if (pots.length === 0) return [];
  const moved = await figuresOf(
    tx,
    pots.map(({ id }) => id),
  );
  const todos: PotTodo[] = [];
  for (const area of new Set(pots.map(({ regionCode }) => regionCode))) {
    const own = pots.filter(({ regionCode }) => regionCode === area);
    const clocks = await clockOf(tx, area, own, moved, today);
    for (const pot of own) {
      const clock = clocks.get(pot.id);
      if (clock !== undefined) todos.push(...todosOf(pot, clock, today));
    }
  }
  return todos;
}

function todosOf(pot: PotRecord, clock: PotClock, today: CalendarDate): PotTodo[] {
  const { outstanding, lying, idleDays } = clock;
  const todos: PotTodo[] = [];
  const add = (what: string, detail: string, place = "") =>
    todos.push({
      ...{ what: `${what}：${pot.name}`, countyName: areaName(pot.regionCode), detail },
      to: `/funds/${pot.id}${place}`,
    });
  if (outstanding.kind === "overdue") {
    const { missingFen, dueOn } = outstanding;
    add("催拨逾期资金", `${yuanText(missingFen)}最迟应于 ${dueOn} 到账`, "#receipts");
  }
  if (outstanding.kind === "cannotTell" && outstanding.why === "letter") {
    add("登记接函日期", `${yuanText(outstanding.missingFen)}没有到账，没有接函日期，无法判断`);
  }
  const idleFen = fen(
    lying.filter(({ isIdle }) => isIdle).reduce((sum, { leftFen }) => sum + leftFen, 0),
  );
  if (idleFen > 0 && !pot.isLocked) {
    add("处理滞留资金", `${yuanText(idleFen)}到账满 ${idleDays ?? 0} 天未支出`, "#receipts");
  }
  const leftFen = carryOverOf(pot);
  if (isYearOver(pot, today) && !pot.isLocked && leftFen > 0) {
    add("登记结转", `${pot.year} 年剩余 ${yuanText(leftFen)}`);
  }
  return todos;
}
