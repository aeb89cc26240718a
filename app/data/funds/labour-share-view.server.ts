import type { Actor } from "~/domain/access/actor";
import { countiesFor, may, narrowedTo } from "~/domain/access/policy";
import { regionContains } from "~/domain/access/region-scope";
import { areaTotals } from "~/domain/funds/area-totals";
import { labourShares, type LabourShare } from "~/domain/funds/labour-share";
import { recruitingShare, type RecruitingShare } from "~/domain/funds/labour-use";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { day } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import { rateOf, type Rate } from "~/domain/funds/rates";
import { numbersFor } from "~/data/rules/numbers.server";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { presentRegions } from "~/platform/reference/region-codes.server";
import { findAllocationsOf } from "./allocation-store.server";
import { countedSpending } from "./counted-spending.server";
import { areaName } from "./document-view.server";

/** A year's labour cooperation in an area's money. */
export interface ShareLine extends LabourShare {
  readonly regionCode: string;
  /** 曲靖市本级, 曲靖市合计, 宣威市 */
  readonly areaName: string;
  /** A prefecture's own level and its counties together. */
  readonly isWhole: boolean;
  /** With what stands beside the tables; null: nothing does. Years are compared by what stands in them. */
  readonly withOffTable: Rate | null;
}

/** The share of an area and what its own money was paid out for. */
export interface LabourYear extends ShareLine {
  readonly use: RecruitingShare;
  /** Per cent; null: none was entered. */
  readonly minimum: number | null;
}

const MOST_TABLES = 200;

interface LabourYears {
  /** Area by area, the latest year first. */
  readonly areas: readonly LabourYear[];
  /** The prefectures all of whose areas the actor sees. */
  readonly wholes: readonly ShareLine[];
}

/** Every year's labour cooperation in the areas the actor sees. */
export function viewLabourYears(actor: Actor, today: CalendarDate): Promise<LabourYears> {
  const areas = new Set(countiesFor(actor, "fund.read", today));
  return inTransaction(narrowedTo(actor, "fund.read", today), async (tx) => {
    const money = await allocatedMoney(tx, areas);
    const spending = await countedSpending(tx, Prisma.sql`p.is_labour`);
    const codes = new Set([...money, ...spending].map(({ regionCode }) => regionCode));
    const lines: LabourYear[] = [];
    for (const regionCode of [...codes].sort()) {
      const spent = spending.filter((one) => one.regionCode === regionCode);
      const given = money.filter((one) => one.regionCode === regionCode);
      // A year in which money was paid out but none allocated is a year as well.
      const empty = spent.map(({ year }) => ({ year, isLabour: true, amountFen: fen(0) }));
      const shares = labourShares([...given, ...empty]);
      const lastDays = shares.map(({ year }) => day(`${year}-12-31`));
      const numbersOn = await numbersFor(tx, regionCode, lastDays);
      for (const share of [...shares].reverse()) {
        const numbers = numbersOn(day(`${share.year}-12-31`));
        const minimum = numbers("fund.labourSharePercent")?.value ?? null;
        const own = spent.filter(({ year }) => year === share.year);
        const use = recruitingShare(own, minimum);
        const line = { regionCode, areaName: ownName(regionCode), isWhole: false, minimum };
        lines.push({ ...share, ...line, use, withOffTable: withOffTable(given, share) });
      }
    }
    const wholes = prefecturesSeen(actor, codes, today).flatMap((code) => wholeOf(code, money));
    return { areas: lines, wholes };
  });
}

interface AllocatedMoney {
  readonly regionCode: string;
  readonly year: number;
  readonly isLabour: boolean;
  /** In tables. */
  readonly amountFen: Fen;
  readonly offTableFen: Fen;
}

/** What stands in the tables of each year for each area; what a document tells beside its table stands apart. */
async function allocatedMoney(
  tx: Tx,
  areas: ReadonlySet<string>,
): Promise<readonly AllocatedMoney[]> {
  const years = await tx.allocationTable.groupBy({ by: ["year"], where: { voidedAt: null } });
  const money: AllocatedMoney[] = [];
  for (const { year } of years) {
    const tables = await findAllocationsOf(tx, year, MOST_TABLES);
    for (const { areaCode, inTable, offTable, labour } of areaTotals(tables)) {
      if (!areas.has(areaCode)) continue;
      const of = { regionCode: areaCode, year };
      money.push({ ...of, isLabour: true, amountFen: fen(labour), offTableFen: fen(0) });
      const rest = fen(inTable - labour);
      money.push({ ...of, isLabour: false, amountFen: rest, offTableFen: fen(offTable) });
    }
  }
  return money;
}

/** A prefecture's own units are not the prefecture. */
function ownName(code: string): string {
  return code.endsWith("00") ? `${areaName(code)}本级` : areaName(code);
}

/** The prefectures of the areas whose every county the actor may look into. */
function prefecturesSeen(actor: Actor, codes: ReadonlySet<string>, today: CalendarDate): string[] {
  const found = new Set([...codes].map((code) => `${code.slice(0, 4)}00`));
  const sees = (code: string) => may(actor, "fund.read", code, today);
  return [...found].sort().filter((prefecture) => {
    const counties = presentRegions().filter(({ parent }) => parent === prefecture);
    return counties.length > 0 && [prefecture, ...counties.map(({ code }) => code)].every(sees);
  });
}

function wholeOf(regionCode: string, money: readonly AllocatedMoney[]): ShareLine[] {
  const given = money.filter((one) => regionContains(regionCode, one.regionCode));
  const line = { regionCode, areaName: `${areaName(regionCode)}合计`, isWhole: true };
  return [...labourShares(given)]
    .reverse()
    .map((share) => ({ ...share, ...line, withOffTable: withOffTable(given, share) }));
}

function withOffTable(
  given: readonly AllocatedMoney[],
  { year, rate }: Pick<LabourShare, "year" | "rate">,
): Rate | null {
  const beside = given
    .filter((one) => one.year === year)
    .reduce((sum, { offTableFen }) => sum + offTableFen, 0);
  return beside === 0 ? null : rateOf(rate.numerator, fen(rate.denominator + beside));
}
