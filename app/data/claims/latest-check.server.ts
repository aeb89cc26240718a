import type { Tx } from "~/platform/prisma/client.server";
import { countHindrances } from "./hindrances.server";

/** The latest check, counted over the lines that still stand. */
export interface LatestCheck {
  readonly runId: string;
  readonly number: number;
  readonly ranAt: string;
  readonly ranByName: string;
  /** When the product or a person last checked it: later than the run where that said nothing new. */
  readonly lookedAt: string;
  /** Lines that a blocking rule fails or cannot tell: they bar submission. */
  readonly blockedLines: number;
  /** Lines that only warning rules fail or cannot tell: they want the batch's note. */
  readonly warnedLines: number;
  /** The batch was changed since: it has to be checked again. */
  readonly isStale: boolean;
}

/** Null while it was never checked. */
export async function latestCheck(
  tx: Tx,
  row: {
    readonly id: string;
    readonly state: string;
    readonly lastRunId: string | null;
    readonly checkedAt: Date | null;
    readonly updatedAt: Date;
  },
): Promise<LatestCheck | null> {
  if (row.lastRunId === null) return null;
  const run = await tx.checkRun.findUniqueOrThrow({ where: { id: row.lastRunId } });
  const { id: runId, number, ranAt, ranByName } = run;
  const isOpen = row.state === "draft" || row.state === "returned";
  return {
    ...{ runId, number, ranByName, ranAt: ranAt.toISOString() },
    lookedAt: (row.checkedAt ?? ranAt).toISOString(),
    ...(await countHindrances(tx, row.id, runId)),
    isStale: isOpen && row.updatedAt > ranAt,
  };
}
