import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import { valuesOfPack, type RulePackFile } from "~/domain/rules/pack";
import { numbersFrom, type DatedValue } from "~/domain/rules/value-series";
import { packCovers } from "~/domain/rules/what-if";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import type { Fen } from "~/domain/shared/fen";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { comparedRun, type WhatIfLine } from "./compared-run.server";
import { valuesFor } from "./numbers.server";

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
  return { title, isApproved, ...(await comparedRun(seeing, runId, { inForce, now, then })) };
}

/** Of two packs that are compared neither is in force on the other's side. */
const isOfNeither =
  (one: TriedPack, other: TriedPack) =>
  ({ packId }: DatedValue): boolean =>
    packId !== one.id && packId !== other.id;

const covers = (pack: TriedPack | null, countyCode: string): boolean =>
  pack === null || packCovers(pack.file.regionCode, countyCode);

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
