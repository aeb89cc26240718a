import type { SessionFacts } from "~/domain/evidence/media-findings";
import { positionOf } from "~/domain/evidence/media-place";
import { findParameter } from "~/data/rules/parameter-store.server";
import type { Tx } from "~/platform/prisma/client.server";

/** The sessions of a class as pictures are compared with them, cancelled ones too, by id. */
export async function sessionFactsOf(
  tx: Tx,
  classId: string,
): Promise<ReadonlyMap<string, SessionFacts>> {
  const cls = await tx.trainingClass.findUniqueOrThrow({
    where: { id: classId },
    select: { countyCode: true, venueLatitude: true, venueLongitude: true },
  });
  const venue = positionOf(cls.venueLatitude, cls.venueLongitude);
  const sessions = await tx.classSession.findMany({
    where: { classId },
    select: { id: true, heldOn: true, startsAt: true, endsAt: true },
  });
  const limits = new Map<string, number | null>();
  const facts = new Map<string, SessionFacts>();
  for (const { id, startsAt, endsAt, ...session } of sessions) {
    const heldOn = session.heldOn.toISOString().slice(0, 10);
    if (!limits.has(heldOn)) {
      const limit = await findParameter(tx, "media.maxDistanceKm", cls.countyCode, heldOn);
      limits.set(heldOn, limit?.value ?? null);
    }
    const maxDistanceKm = limits.get(heldOn) ?? null;
    facts.set(id, { heldOn, startsAt, endsAt, venue, maxDistanceKm });
  }
  return facts;
}
