import type { Actor } from "~/domain/access/actor";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction, type Scope } from "~/platform/prisma/transaction.server";
import { listSessionMedia } from "./media-gaps.server";
import { sessionFactsOf } from "./media-sessions.server";
import { TILE_COLUMNS, tilesOf, type MediaTile } from "./media-tiles-view.server";

/** One row of the matrix. */
export interface SessionGallery {
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly heldOn: string;
  /** Minutes after midnight, China's time. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly topic: string;
  readonly teacher: string;
  readonly place: string;
  readonly isCancelled: boolean;
  readonly needed: number;
  readonly counted: number;
  readonly tiles: readonly MediaTile[];
}

/** Sessions by day with their pictures: all that were not cancelled, or the one that is asked for. */
export async function viewGallery(
  tx: Tx,
  actor: Actor,
  which: { readonly classId: string; readonly sessionId?: string },
  on: string,
): Promise<readonly SessionGallery[]> {
  const { classId, sessionId } = which;
  const sessions = await tx.classSession.findMany({
    where: sessionId === undefined ? { classId, cancelledAt: null } : { classId, id: sessionId },
    select: {
      ...{ id: true, topic: true, teacher: true, place: true, cancelledAt: true },
      ...{ heldOn: true, startsAt: true, endsAt: true },
    },
    orderBy: [{ heldOn: "asc" }, { startsAt: "asc" }, { id: "asc" }],
  });
  const items = await tx.mediaItem.findMany({
    where: { sessionId: { in: sessions.map(({ id }) => id) } },
    select: TILE_COLUMNS,
    orderBy: [{ capturedAt: { sort: "asc", nulls: "last" } }, { id: "asc" }],
  });
  const tiles = await tilesOf(tx, actor, items, await sessionFactsOf(tx, classId), on);
  const standing = new Map(
    (await listSessionMedia(tx, classId)).map((one) => [one.sessionId, one]),
  );
  return sessions.map(({ cancelledAt, heldOn, ...session }) => ({
    ...session,
    heldOn: heldOn.toISOString().slice(0, 10),
    isCancelled: cancelledAt !== null,
    needed: standing.get(session.id)?.needed ?? 0,
    counted: standing.get(session.id)?.counted ?? 0,
    tiles: tiles.filter(({ sessionId: of }) => of === session.id),
  }));
}

/** Pictures of the class that the worker still has before it. */
export async function countWaiting(tx: Tx, classId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM media_item m
    WHERE m.class_id = ${classId}::uuid AND m.state = 'waiting' AND m.set_aside_at IS NULL
      AND EXISTS (SELECT FROM job j WHERE j.subject_id = m.id AND j.state IN ('queued', 'running'))`;
  return rows[0]?.count ?? 0;
}

/** The same, asked by itself. */
export function viewWaitingMedia(scope: Scope, classId: string): Promise<number> {
  return inTransaction(scope, (tx) => countWaiting(tx, classId));
}
