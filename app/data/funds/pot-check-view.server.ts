import { numbersFor } from "~/data/rules/numbers.server";
import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import { isYearOver } from "~/domain/funds/carry-over";
import type { LabourShare } from "~/domain/funds/labour-share";
import type { ProjectElement } from "~/domain/funds/pot";
import { FUND_RULES } from "~/domain/rules/chapters/fund";
import type { FundFacts } from "~/domain/rules/fund-rule";
import { ruleVerdict, type RuleVerdict } from "~/domain/rules/rule-verdict";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { countedSpending } from "./counted-spending.server";
import { closureStepsOf } from "./fund-step-store.server";
import { clockOf } from "./pot-clock.server";
import { figuresOf } from "./pot-figures.server";
import { findPot, type PotRecord } from "./pot-store.server";
import { releaseOf } from "./pot-ties.server";

export interface PotCheck {
  readonly verdicts: readonly RuleVerdict[];
  /** Titles of the rules that have nothing to judge in this pot. */
  readonly notAsked: readonly string[];
}

/** The money of a pot before every rule of the chapter on funds, with the numbers in force today; null out of scope. */
export function viewPotCheck(
  actor: Actor,
  potId: string,
  labourShare: LabourShare | null,
  today: CalendarDate,
): Promise<PotCheck | null> {
  return inTransaction(narrowedTo(actor, "fund.read", today), async (tx) => {
    const pot = await findPot(tx, potId);
    if (pot === null) return null;
    const facts = { ...(await factsOf(tx, pot, today)), labourShare };
    const numbers = (await numbersFor(tx, pot.regionCode, [today]))(today);
    const asked = FUND_RULES.filter(({ appliesTo }) => appliesTo?.(facts) ?? true);
    return {
      verdicts: asked.map((rule) => ruleVerdict(rule, rule.check(facts, numbers), pot.regionCode)),
      notAsked: FUND_RULES.filter((rule) => !asked.includes(rule)).map(({ title }) => title),
    };
  });
}

async function factsOf(
  tx: Tx,
  pot: PotRecord,
  today: CalendarDate,
): Promise<Omit<FundFacts, "labourShare">> {
  const { id, purpose, amountFen, committedFen, isLabour, isLocked, releaseId } = pot;
  const moved = await figuresOf(tx, [id]);
  const clock = (await clockOf(tx, pot.regionCode, [pot], moved, today)).get(id);
  const money = moved.get(id);
  if (clock === undefined || money === undefined) throw new Error("a pot without figures");
  return {
    ...{ purpose, amountFen, committedFen, isLabour, isLocked, today, lying: money.lying },
    ...{ isYearOver: isYearOver(pot, today), outstanding: clock.outstanding },
    release: releaseId === null ? null : await releaseOf(tx, releaseId),
    receipts: money.receipts.flatMap(({ id: receiptId, receivedOn }) => {
      const disbursement = clock.disbursements.get(receiptId);
      return disbursement === undefined ? [] : [{ receivedOn, disbursement }];
    }),
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
