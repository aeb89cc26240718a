import { leaveTrail } from "~/data/trail/trail-store.server";
import type { TrailEntry } from "~/domain/trail/trail-event";
import type { Tx } from "~/platform/prisma/client.server";

/** Pictures loaded by one page, and a page loaded again after a click, are one looking. */
const ONE_LOOK_MS = 10 * 60_000;

/**
 * Leaves the trail of somebody looking at something, unless the same person's look at the same thing
 * stands there from the last ten minutes: one event per looking, not one per picture.
 */
export async function leaveLook(tx: Tx, look: TrailEntry): Promise<void> {
  const { action, subjectKind, subjectId, actorId, at } = look;
  const earlier = await tx.trailEvent.findFirst({
    where: {
      ...{ subjectKind, subjectId, actorId, action },
      at: { gt: new Date(at.getTime() - ONE_LOOK_MS), lte: at },
    },
    select: { seq: true },
  });
  if (earlier === null) await leaveTrail(tx, look);
}
