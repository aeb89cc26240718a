import type { ClaimFacts } from "~/domain/claims/facts";
import type { NumbersOn } from "~/domain/rules/value-series";
import { lineDifference, repriced, type LineDifference } from "~/domain/rules/what-if";
import { fen } from "~/domain/shared/fen";
import { inTransaction, type Scope } from "~/platform/prisma/transaction.server";
import { factsOfRun } from "./what-if-facts.server";

export interface WhatIfLine extends LineDifference {
  readonly lineId: string;
  readonly lineNo: number;
  readonly name: string;
}

const MOST_SHOWN = 200;

/** The pot is asked about the batch as the numbers on the left would have drawn it. */
const withBatch = (facts: ClaimFacts, moved: number): ClaimFacts => ({
  ...facts,
  pot: { ...facts.pot, batchFen: fen(facts.pot.batchFen + moved) },
});

interface ComparedNumbers {
  /** By which the lines were drawn, or would be today. */
  readonly inForce: NumbersOn;
  readonly now: NumbersOn;
  readonly then: NumbersOn;
}

/** Two passes: the pot is asked about the sum of the whole batch, which the first one finds. */
export async function comparedRun(scope: Scope, runId: string, numbers: ComparedNumbers) {
  const { inForce, now, then } = numbers;
  const drawn = (facts: ClaimFacts) =>
    now === inForce ? facts : repriced(facts, inForce(facts.eventOn), now(facts.eventOn));
  let [lineCount, stored, before, after] = [0, 0, 0, 0];
  for await (const page of factsOfRun(scope, runId)) {
    for (const { facts } of page) {
      lineCount += 1;
      const line = drawn(facts);
      stored += facts.amountFen;
      before += line.amountFen;
      after += repriced(line, now(facts.eventOn), then(facts.eventOn)).amountFen;
    }
  }
  const differ = (facts: ClaimFacts) =>
    lineDifference(facts, now(facts.eventOn), then(facts.eventOn), after - before);
  const found: (LineDifference & { readonly lineId: string })[] = [];
  let changedCount = 0;
  for await (const page of factsOfRun(scope, runId)) {
    for (const { lineId, facts } of page) {
      const difference = differ(withBatch(drawn(facts), before - stored));
      if (difference === null) continue;
      changedCount += 1;
      if (found.length < MOST_SHOWN) found.push({ ...difference, lineId });
    }
  }
  const totals = { totalBefore: fen(before), totalAfter: fen(after) };
  return { lineCount, changedCount, ...totals, lines: await named(scope, found) };
}

async function named(
  scope: Scope,
  found: readonly (LineDifference & { readonly lineId: string })[],
): Promise<WhatIfLine[]> {
  const rows = await inTransaction(scope, (tx) =>
    tx.claimLine.findMany({
      where: { id: { in: found.map(({ lineId }) => lineId) } },
      select: { id: true, lineNo: true, name: true },
    }),
  );
  const byId = new Map(rows.map(({ id, ...row }) => [id, row]));
  return found
    .map((one) => ({ ...one, ...(byId.get(one.lineId) ?? { lineNo: 0, name: "" }) }))
    .sort((a, b) => a.lineNo - b.lineNo);
}
