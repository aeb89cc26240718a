import type { Actor } from "~/domain/access/actor";
import { countiesFor, narrowedTo } from "~/domain/access/policy";
import { areaTotals } from "~/domain/funds/area-totals";
import { labourShares, type LabourShare } from "~/domain/funds/labour-share";
import { recruitingShare, type RecruitingShare } from "~/domain/funds/labour-use";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { numbersFor } from "~/data/rules/numbers.server";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findAllocationsOf } from "./allocation-store.server";
import { countedSpending } from "./counted-spending.server";
import { areaName } from "./document-view.server";

/** A year's labour cooperation in an area: its share of the money, and what its own money was paid out for. */
export interface LabourYear extends LabourShare {
  readonly regionCode: string;
  readonly areaName: string;
  readonly use: RecruitingShare;
  /** Per cent; null: none was entered. */
  readonly minimum: number | null;
}

const MOST_TABLES = 200;

/** Every year's labour cooperation in the areas the actor sees, area by area, the latest year first. */
export function viewLabourYears(actor: Actor, today: CalendarDate): Promise<readonly LabourYear[]> {
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
        lines.push({ ...share, regionCode, areaName: areaName(regionCode), use, minimum });
      }
    }
    return lines;
  });
}

/** What stands in the tables of each year for each area; what a document tells beside its table is not in it. */
async function allocatedMoney(tx: Tx, areas: ReadonlySet<string>) {
  const years = await tx.allocationTable.groupBy({ by: ["year"], where: { voidedAt: null } });
  const money: {
    regionCode: string;
    year: number;
    isLabour: boolean;
    amountFen: ReturnType<typeof fen>;
  }[] = [];
  for (const { year } of years) {
    const tables = await findAllocationsOf(tx, year, MOST_TABLES);
    for (const { areaCode, inTable, labour } of areaTotals(tables)) {
      if (!areas.has(areaCode)) continue;
      const of = { regionCode: areaCode, year };
      money.push({ ...of, isLabour: true, amountFen: fen(labour) });
      money.push({ ...of, isLabour: false, amountFen: fen(inTable - labour) });
    }
  }
  return money;
}
