import type { AppointmentFinding } from "~/domain/posts/appointment-findings";
import { lastDayOf } from "~/domain/posts/post";
import type { Prisma, Tx } from "~/platform/prisma/client.server";
import { checkEngagements, type AppointmentToCheck } from "./appointment-checks.server";
import { recordOf } from "./appointment-store.server";
import { askingOf } from "./post-asking.server";

/** Others' doings, which come and go without the post being touched. */
const ENGAGEMENTS: ReadonlySet<string> = new Set(["other-post", "job", "chain"]);

/**
 * What stands against each of these posts, by its id: of other posts, jobs and chains as they are now, in any county,
 * proposed or confirmed; of the rest as it was when it was last asked. Nothing of what was taken back.
 */
export async function findingsNow(
  tx: Tx,
  rows: readonly Prisma.PostAppointmentGetPayload<object>[],
): Promise<ReadonlyMap<string, AppointmentFinding[]>> {
  const standing = rows.filter(({ removedAt }) => removedAt === null);
  const found = await checkEngagements(askingOf(tx), standing.map(toCheck));
  const now = new Map(standing.map(({ id }, at) => [id, found[at] ?? []]));
  return new Map(
    rows.map(({ id, findings }) => {
      const kept = (findings as unknown as AppointmentFinding[]).filter(
        ({ kind }) => !ENGAGEMENTS.has(kind),
      );
      return [id, [...(now.get(id) ?? []), ...kept]];
    }),
  );
}

function toCheck(
  row: Prisma.PostAppointmentGetPayload<object>,
): Omit<AppointmentToCheck, "bornOn"> {
  const one = recordOf(row);
  const { id, idIndex, name, countyCode, startsOn, shortReason, employer, quotaId } = one;
  return {
    ...{ id, idIndex, name, countyCode, startsOn, shortReason, employer, quotaId },
    endsOn: lastDayOf(one),
    isWritten: false,
  };
}
