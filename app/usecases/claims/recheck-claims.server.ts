import { recheckBatch } from "~/data/claims/checked-batch.server";
import {
  countiesBegun,
  findDueClaims,
  holdRechecks,
  queueRecheck,
  type DueSince,
} from "~/data/claims/recheck-store.server";
import { addMonths } from "~/domain/shared/months";
import { inBulkTransaction } from "~/platform/bulk-sql.server";
import { dayInChina, now } from "~/platform/clock.server";
import type { JobHandler } from "~/platform/jobs/job-runner.server";
import { log } from "~/platform/log.server";
import { presentRegions } from "~/platform/reference/region-codes.server";

/** Two years after a line's money went out nobody looks at it by himself any more. */
const MONTHS_AFTER_PAYMENT = 24;
/** After so many lines (a second or two) whatever else waits comes first. */
const LINES_AT_A_TIME = 10_000;
const BY = { userId: "00000000-0000-0000-0000-000000000000", name: "系统自动复查" };

/**
 * Queues, once a day in China and county, the look at its approved and paid claims that nobody has checked on the day.
 * Asked by every worker every so often; one after the other, so that the second finds the first one's work.
 */
export function queueRechecks(at: Date): Promise<number> {
  const counties = presentRegions().flatMap(({ code, level }) =>
    level === "COUNTY" ? [code] : [],
  );
  return inBulkTransaction({ userId: BY.userId, counties }, async (client) => {
    await holdRechecks(client);
    const due = dueOn(at);
    const begun = new Set(await countiesBegun(client, due.since));
    const before = begun.size;
    for (const claim of await findDueClaims(client, due)) {
      if (begun.has(claim.countyCode)) continue;
      begun.add(claim.countyCode);
      await queueRecheck(client, claim, { ...BY, now: at });
    }
    return begun.size - before;
  });
}

/** The county's due claims, each for itself: one that cannot be checked holds up no other and is tried tomorrow. */
export const recheckClaims: JobHandler = async ({ countyCode, subjectId }, report) => {
  const at = now();
  const scope = { userId: BY.userId, counties: [countyCode] };
  const due = dueOn(at);
  const claims = await inBulkTransaction(scope, (client) => findDueClaims(client, due));
  const ahead = claims.filter(({ id }) => id >= subjectId);
  let lines = 0;
  for (const [index, claim] of ahead.entries()) {
    if (lines >= LINES_AT_A_TIME) {
      await inBulkTransaction(scope, (client) => queueRecheck(client, claim, { ...BY, now: at }));
      return;
    }
    await report(index, ahead.length, "复查已批准的补贴");
    await recheckBatch(claim, { ...BY, userId: null, now: at }, due.since).catch((err: unknown) => {
      log.error({ err, claim: claim.id }, "claim not checked again");
    });
    lines += claim.lineCount;
  }
};

function dueOn(at: Date): DueSince {
  const today = dayInChina(at);
  const since = new Date(`${today}T00:00:00+08:00`);
  return { since, paidBy: addMonths(today, -MONTHS_AFTER_PAYMENT) };
}
