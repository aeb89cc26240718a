import { numbersFor } from "~/data/rules/numbers.server";
import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import type { ProjectElement } from "~/domain/funds/pot";
import { byReference } from "~/domain/rules/by-reference";
import { FUND_RULES } from "~/domain/rules/chapters/fund";
import type { FundFacts } from "~/domain/rules/fund-rule";
import type { RuleVerdict } from "~/domain/rules/rule-verdict";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { countedSpending } from "./counted-spending.server";
import { closureStepsOf } from "./fund-step-store.server";
import { figuresOf, type MovedMoney } from "./pot-figures.server";
import { findPot, type PotRecord } from "./pot-store.server";

/** The money of a pot before every rule of the chapter on funds, with the numbers in force today; null out of scope. */
export function viewPotCheck(
  actor: Actor,
  potId: string,
  today: CalendarDate,
): Promise<readonly RuleVerdict[] | null> {
  return inTransaction(narrowedTo(actor, "fund.read", today), async (tx) => {
    const pot = await findPot(tx, potId);
    const moved = (await figuresOf(tx, [potId])).get(potId);
    if (pot === null || moved === undefined) return null;
    const facts = await factsOf(tx, pot, moved, today);
    const numbers = (await numbersFor(tx, pot.regionCode, [today]))(today);
    return FUND_RULES.map((rule) => {
      const { id, title, severity, citation } = rule;
      return {
        ...{ rule: id, title, severity, citation, verdict: rule.check(facts, numbers) },
        reference: byReference(citation, pot.regionCode),
      };
    });
  });
}

async function factsOf(
  tx: Tx,
  pot: PotRecord,
  { receipts, lying }: MovedMoney,
  today: CalendarDate,
): Promise<FundFacts> {
  const { id, purpose, amountFen, committedFen, isLabour, isLocked, letterReceivedOn } = pot;
  return {
    ...{ purpose, amountFen, committedFen, isLabour, isLocked, lying, today },
    receipts: receipts.map((one) => ({
      ...one,
      letterReceivedOn: one.letterReceivedOn ?? letterReceivedOn,
    })),
    spending: await countedSpending(tx, Prisma.sql`p.id = ${id}::uuid`),
    adjustments: await adjustmentsOf(tx, id),
    closure: await closureStepsOf(tx, id),
  };
}

async function adjustmentsOf(tx: Tx, potId: string): Promise<FundFacts["adjustments"]> {
  const rows = await tx.fundAdjustment.findMany({
    where: { potId, state: { not: "refused" } },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ amountFen, changedElements, kind }) => ({
    amountFen: fen(Number(amountFen)),
    changedElements: changedElements as ProjectElement[],
    kind: kind as FundFacts["adjustments"][number]["kind"],
  }));
}
