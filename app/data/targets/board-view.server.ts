import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { DayCount } from "~/domain/targets/counting";
import { standingOf, type Standing } from "~/domain/targets/standing";
import { standing, sumDifference } from "~/domain/targets/target";
import { regionName } from "~/platform/reference/region-codes.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { countingRule, countMeasure } from "./measure-counts.server";
import { findTargets, type StoredTarget } from "./target-store.server";

/** One county of one target as the board shows it. */
export interface BoardRow {
  readonly areaCode: string;
  readonly areaName: string;
  readonly value: number | null;
  readonly standing: Standing;
}

export interface BoardTarget {
  readonly target: StoredTarget;
  readonly regionName: string;
  readonly rows: readonly BoardRow[];
  /** All counties together; null where the reader sees only some of them. */
  readonly whole: Standing | null;
  readonly sum: ReturnType<typeof sumDifference>;
}

/** With the units by day of the counties in `rows`, for the curve: too many to send to a browser. */
export interface CountedTarget extends BoardTarget {
  readonly days: readonly DayCount[];
}

export interface Board {
  readonly targets: readonly BoardTarget[];
  /** Years that have targets in the reader's scope, the latest first. */
  readonly years: readonly number[];
  readonly year: number;
}

/**
 * Where the targets of a year stand at the end of a day, for the counties that the actor may read. Without a year, that
 * of the day or else the latest that has targets; a year asked for is kept, also when it has none.
 */
export function viewBoard(
  actor: Actor,
  { asOf, year, on }: { asOf: CalendarDate; year: number | null; on: string },
): Promise<Board> {
  return inTransaction(actor, async (tx) => {
    const all = await findTargets(tx);
    const mine = standing(all).filter((target) => mayReadTarget(actor, target, on));
    const years = [...new Set(mine.map(yearOf))].sort((a, b) => b - a);
    const ofDay = yearOf({ deadlineOn: asOf });
    const shown = year ?? (years.includes(ofDay) ? ofDay : (years[0] ?? ofDay));
    const targets: BoardTarget[] = [];
    for (const target of mine.filter((one) => yearOf(one) === shown)) {
      const counted = await boardTarget(tx, actor, target, { asOf, on, all });
      const { regionName: name, rows, whole, sum } = counted;
      targets.push({ target, regionName: name, rows, whole, sum });
    }
    return { targets, years, year: shown };
  });
}

/** The area's own reader, or that of one of the counties with a share. */
export function mayReadTarget(actor: Actor, target: StoredTarget, on: string): boolean {
  return [target.regionCode, ...target.shares.map(({ areaCode }) => areaCode)].some((code) =>
    may(actor, "target.read", code, on),
  );
}

export async function boardTarget(
  tx: Tx,
  actor: Actor,
  target: StoredTarget,
  { asOf, on, all }: { asOf: CalendarDate; on: string; all: readonly StoredTarget[] },
): Promise<CountedTarget> {
  const shares = target.shares.filter(({ areaCode }) => may(actor, "target.read", areaCode, on));
  const areas = shares.map(({ areaCode }) => areaCode);
  const days = await countMeasure(tx, countingRule(target, areas, asOf, all));
  const { periodFrom, deadlineOn, mustExceed, basis, value } = target;
  const demand = { periodFrom, deadlineOn, mustExceed, basis };
  const rows = shares.map((share) => {
    const own = days.filter(({ areaCode }) => areaCode === share.areaCode);
    const standsAt = standingOf({ ...demand, value: share.value }, own, asOf);
    return { ...share, areaName: nameOf(share.areaCode), standing: standsAt };
  });
  const seesAll = seesWhole(actor, target, areas);
  return {
    target,
    regionName: nameOf(target.regionCode),
    rows,
    whole: seesAll ? standingOf({ ...demand, value }, days, asOf) : null,
    sum: seesAll ? sumDifference(target) : null,
    days,
  };
}

/** Whether nothing of the target is hidden from him: his are all its shares, and the area's own figures. */
export function seesWhole(actor: Actor, target: StoredTarget, areas: readonly string[]): boolean {
  const isOwn = actor.counties.includes(target.regionCode);
  return isOwn && areas.length === target.shares.length && areas.length > 0;
}

const nameOf = (code: string) => regionName(code) ?? code;
const yearOf = ({ deadlineOn }: { readonly deadlineOn: string }) => Number(deadlineOn.slice(0, 4));
