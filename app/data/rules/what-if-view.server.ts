import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import type { ClaimFacts } from "~/domain/claims/facts";
import { valuesOfPack, type RulePackFile } from "~/domain/rules/pack";
import { numbersFrom, type DatedValue, type NumbersOn } from "~/domain/rules/value-series";
import { lineDifference, packCovers, repriced, type LineDifference } from "~/domain/rules/what-if";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction, type Scope } from "~/platform/prisma/transaction.server";
import { valuesFor } from "./numbers.server";
import { factsOfRun } from "./what-if-facts.server";

export interface WhatIfLine extends LineDifference {
  readonly lineId: string;
  readonly lineNo: number;
  readonly name: string;
}

export interface WhatIf {
  readonly title: string;
  /** Approved lines keep their amounts whatever comes into force later. */
  readonly isApproved: boolean;
  readonly lineCount: number;
  readonly changedCount: number;
  readonly totalBefore: Fen;
  readonly totalAfter: Fen;
  /** The first of those that change. */
  readonly lines: readonly WhatIfLine[];
}

const MOST_SHOWN = 200;

interface BatchOfRun {
  readonly id: string;
  readonly countyCode: string;
  readonly title: string;
  readonly isApproved: boolean;
  readonly runId: string;
}

interface TriedPack {
  readonly id: string;
  readonly file: RulePackFile;
}

/**
 * A pack over the facts of a batch's latest check: by the numbers in force today (`against` null) or with another pack
 * in its place, and by those with the pack. Null when the batch is not seen, was never checked or lies outside an area.
 */
export async function viewWhatIf(
  actor: Actor,
  { pack, against }: { readonly pack: TriedPack; readonly against: TriedPack | null },
  batchId: string,
  on: string,
): Promise<WhatIf | null> {
  if (!isUuid(batchId)) return null;
  const seeing = narrowedTo(actor, "claim.read", on);
  const asked = await inTransaction(seeing, async (tx) => {
    const batch = await checkedBatch(tx, pack.file, batchId);
    if (batch === null || !covers(against, batch.countyCode)) return null;
    return { ...batch, values: await valuesFor(tx, batch.countyCode, await daysOf(tx, batch.id)) };
  });
  if (asked === null) return null;
  const { title, countyCode, runId, values, isApproved } = asked;
  const others = against === null ? values : values.filter(isOfNeither(pack, against));
  const withPack = ({ file, id }: TriedPack) =>
    numbersFrom([...others, ...valuesOfPack(file, id)], countyCode);
  const inForce = numbersFrom(values, countyCode);
  const now = against === null || isApproved ? inForce : withPack(against);
  const then = isApproved ? inForce : withPack(pack);
  return { title, isApproved, ...(await compared(seeing, runId, { inForce, now, then })) };
}

/** Of two packs that are compared neither is in force on the other's side. */
const isOfNeither =
  (one: TriedPack, other: TriedPack) =>
  ({ packId }: DatedValue): boolean =>
    packId !== one.id && packId !== other.id;

const covers = (pack: TriedPack | null, countyCode: string): boolean =>
  pack === null || packCovers(pack.file.regionCode, countyCode);

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
async function compared(scope: Scope, runId: string, numbers: ComparedNumbers) {
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

async function checkedBatch(
  tx: Tx,
  { regionCode }: RulePackFile,
  id: string,
): Promise<BatchOfRun | null> {
  const row = await tx.claimBatch.findFirst({
    where: { id, removedAt: null, lastRunId: { not: null } },
    select: { id: true, countyCode: true, title: true, lastRunId: true, state: true },
  });
  if (row?.lastRunId == null || !packCovers(regionCode, row.countyCode)) return null;
  const { id: batchId, countyCode, title, state } = row;
  const isApproved = state === "approved" || state === "paid";
  return { id: batchId, countyCode, title, isApproved, runId: row.lastRunId };
}

async function daysOf(tx: Tx, batchId: string): Promise<CalendarDate[]> {
  const { _min, _max } = await tx.claimLine.aggregate({
    where: { batchId },
    _min: { eventOn: true },
    _max: { eventOn: true },
  });
  return [_min.eventOn, _max.eventOn].flatMap((at) =>
    at === null ? [] : [day(at.toISOString().slice(0, 10))],
  );
}
