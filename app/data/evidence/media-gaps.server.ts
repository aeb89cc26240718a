import { findParameter } from "~/data/rules/parameter-store.server";
import type { Tx } from "~/platform/prisma/client.server";

/** A session that is to be held, with the pictures and videos that it needs and has. */
export interface SessionMedia {
  readonly sessionId: string;
  /** `YYYY-MM-DD`. */
  readonly heldOn: string;
  /** Minutes after midnight, China's time. */
  readonly startsAt: number;
  readonly needed: number;
  /** Read, and not set aside. */
  readonly counted: number;
}

/** Every session of the class that was not cancelled, in the order of the timetable. */
export async function listSessionMedia(tx: Tx, classId: string): Promise<readonly SessionMedia[]> {
  const sessions = await tx.classSession.findMany({
    where: { classId, cancelledAt: null },
    select: { id: true, countyCode: true, heldOn: true, startsAt: true },
    orderBy: [{ heldOn: "asc" }, { startsAt: "asc" }, { id: "asc" }],
  });
  const counts = await tx.mediaItem.groupBy({
    by: ["sessionId"],
    where: { classId, state: "ready", setAsideAt: null },
    _count: true,
  });
  const counted = new Map(counts.map(({ sessionId, _count }) => [sessionId, _count]));
  const needed = new Map<string, number>();
  const found: SessionMedia[] = [];
  for (const { id, countyCode, startsAt, ...session } of sessions) {
    const heldOn = session.heldOn.toISOString().slice(0, 10);
    const least = needed.get(heldOn) ?? (await leastOn(tx, countyCode, heldOn));
    needed.set(heldOn, least);
    const count = counted.get(id) ?? 0;
    found.push({ sessionId: id, heldOn, startsAt, needed: least, counted: count });
  }
  return found;
}

/** 全程影像 without a number in the document: one for every session until a value is entered. */
async function leastOn(tx: Tx, countyCode: string, heldOn: string): Promise<number> {
  const least = await findParameter(tx, "media.perSession", countyCode, heldOn);
  return least?.value ?? 1;
}
