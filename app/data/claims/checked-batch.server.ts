import { leaveTrailInBulk } from "~/data/trail/trail-store.server";
import type { NumbersOn } from "~/domain/rules/value-series";
import { inBulkTransaction } from "~/platform/bulk-sql.server";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { numbersFor } from "~/data/rules/numbers.server";
import { runCheck, type RunBy, type RunFound } from "./check-run.server";
import { eventDays } from "./claim-store.server";
import { proposeFromRun } from "./clawback-proposals.server";
import { holdBatch } from "./held-batch.server";
import { differenceOf, type RuleDifference } from "./run-difference.server";

export interface CheckedClaim extends RunFound {
  /** Against the run before; null of the first. */
  readonly difference: readonly RuleDifference[] | null;
  /** Lines of an approved claim that turned bad: so many claw-backs were proposed. */
  readonly proposed: number;
}

interface Batch {
  readonly id: string;
  readonly countyCode: string;
}

/**
 * Checks a batch as it stands now and keeps what is found; of one that is approved, lines that have turned bad are
 * proposed to be clawed back. Whoever calls it has asked for the right. Null: it was taken back.
 */
export async function checkBatch(batch: Batch, by: RunBy): Promise<CheckedClaim | null> {
  const { id: batchId, countyCode } = batch;
  const today = dayInChina(by.now);
  // One county's eyes, whoever looks: the same batch has the same facts for the county and for the prefecture.
  const scope = { userId: by.userId ?? NOBODY, counties: [countyCode] };
  const numbers: NumbersOn = await inTransaction(scope, async (tx) =>
    numbersFor(tx, countyCode, [...(await eventDays(tx, batchId)), today]),
  );
  return inBulkTransaction(scope, async (client) => {
    const held = await holdBatch(client, batchId);
    if (held === null) return null;
    const run = await runCheck(client, held, by, { today, numbers });
    const before = held.lastRunId;
    const difference = before === null ? null : await differenceOf(client, run.runId, before);
    const { number, lineCount, failLines, unknownLines } = run;
    await leaveTrailInBulk(client, {
      ...{ at: by.now, actorId: by.userId, actorName: by.name, action: "claim.check" },
      ...{ subjectKind: "claimBatch", subjectId: batchId, countyCode },
      detail: { name: held.title, number, lines: lineCount, failLines, unknownLines },
    });
    const isApproved = held.state === "approved" || held.state === "paid";
    const proposed = isApproved ? await proposeFromRun(client, held, run.runId, by.now) : 0;
    return { ...run, difference, proposed };
  });
}

const NOBODY = "00000000-0000-0000-0000-000000000000";
