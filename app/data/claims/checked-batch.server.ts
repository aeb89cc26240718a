import type { PoolClient } from "pg";
import { leaveTrailInBulk } from "~/data/trail/trail-store.server";
import type { NumbersOn } from "~/domain/rules/value-series";
import { inBulkTransaction } from "~/platform/bulk-sql.server";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction, type Scope } from "~/platform/prisma/transaction.server";
import { numbersFor } from "~/data/rules/numbers.server";
import { approvedAt } from "./approved-at.server";
import { judgeLines, keepRun, type RunBy, type RunFound } from "./check-run.server";
import { eventDays } from "./claim-store.server";
import { proposeFromRun } from "./clawback-proposals.server";
import { holdBatch, type HeldBatch } from "./held-batch.server";
import { differenceOf, saysTheSame, type RuleDifference } from "./run-difference.server";

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
  const { scope, today, numbers } = await eyesOf(batch, by);
  return inBulkTransaction(scope, async (client) => {
    const held = await holdBatch(client, batch.id);
    if (held === null) return null;
    const found = await judgeLines(client, held.id, { today, numbers });
    const run = await keptRun(client, held, by, { ...found, today });
    const before = held.lastRunId;
    const difference = before === null ? null : await differenceOf(client, run.runId, before);
    const proposed = isApproved(held) ? await proposeFromRun(client, held, run.runId, by.now) : 0;
    return { ...run, difference, proposed };
  });
}

/**
 * The same by the product itself, of an approved batch that nobody has checked since the instant: another worker may
 * have been quicker. A run that says what the last one said is not kept: of 100,000 lines it would be some 100 MB a
 * day that tell nobody anything. That it was looked at is; a run of rules that are no longer asked is replaced.
 */
export async function recheckBatch(batch: Batch, by: RunBy, since: Date): Promise<void> {
  const { scope, today, numbers } = await eyesOf(batch, by);
  await inBulkTransaction(scope, async (client) => {
    const held = await holdBatch(client, batch.id);
    if (held === null || !isApproved(held)) return;
    if (held.checkedAt !== null && held.checkedAt >= since) return;
    const found = await judgeLines(client, held.id, { today, numbers });
    if (held.lastRunId !== null && (await saysTheSame(client, held.lastRunId))) {
      await client.query("UPDATE claim_batch SET checked_at = $1 WHERE id = $2", [by.now, held.id]);
      await proposeFromRun(client, held, held.lastRunId, by.now);
      return;
    }
    const { runId } = await keptRun(client, held, by, { ...found, today });
    await proposeFromRun(client, held, runId, by.now);
  });
}

/**
 * One county's eyes, whoever looks: the same batch has the same facts for the county and for the prefecture. The numbers
 * of an approved batch are those of its approval.
 */
async function eyesOf({ id, countyCode }: Batch, by: RunBy) {
  const today = dayInChina(by.now);
  const scope: Scope = { userId: by.userId ?? NOBODY, counties: [countyCode] };
  const numbers: NumbersOn = await inTransaction(scope, async (tx) =>
    numbersFor(tx, countyCode, [...(await eventDays(tx, id)), today], await approvedAt(tx, id)),
  );
  return { scope, today, numbers };
}

async function keptRun(
  client: PoolClient,
  held: HeldBatch,
  by: RunBy,
  found: Parameters<typeof keepRun>[3],
): Promise<RunFound> {
  const run = await keepRun(client, held, by, found);
  const { number, lineCount, blockedLines, warnedLines, unknownLines } = run;
  await leaveTrailInBulk(client, {
    ...{ at: by.now, actorId: by.userId, actorName: by.name, action: "claim.check" },
    ...{ subjectKind: "claimBatch", subjectId: held.id, countyCode: held.countyCode },
    detail: { name: held.title, number, lines: lineCount, blockedLines, warnedLines, unknownLines },
  });
  return run;
}

const isApproved = ({ state }: HeldBatch) => state === "approved" || state === "paid";

const NOBODY = "00000000-0000-0000-0000-000000000000";
