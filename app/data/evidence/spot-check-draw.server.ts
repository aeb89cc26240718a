import { drawSample } from "~/domain/evidence/spot-check";
import { unforeseenSeed } from "~/platform/crypto/unforeseen-seed.server";
import { platform } from "~/platform/platform.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface DrawnTrainee {
  readonly lineId: string;
  readonly personId: string;
  readonly lineNo: number;
  readonly name: string;
  readonly address: string;
}

export interface SpotCheckDraw {
  readonly seed: string;
  /** In the order they were drawn. */
  readonly trainees: readonly DrawnTrainee[];
}

/**
 * The trainees an official is to ask for his next record of the class. The draw hangs on the class,
 * the official and how many records he has signed, so asking again draws the same people; a voided
 * record stays and shows that there was a draw before.
 */
export async function drawSpotCheck(
  tx: Tx,
  one: { readonly classId: string; readonly rosterId: string | null; readonly userId: string },
  count: number,
): Promise<SpotCheckDraw> {
  const { classId, rosterId, userId } = one;
  const signed = await tx.supervisionRecord.count({ where: { classId, signedBy: userId } });
  const seed = unforeseenSeed(platform().keyRing, "spotCheck", `${classId}:${userId}:${signed}`);
  if (rosterId === null || count === 0) return { seed, trainees: [] };
  const lines = await tx.rosterLine.findMany({
    where: { rosterId, removedAt: null },
    select: { id: true, personId: true, lineNo: true, name: true, address: true },
  });
  const byId = new Map(lines.map((line) => [line.id, line]));
  const drawn = drawSample([...byId.keys()], count, seed);
  const trainees = drawn.flatMap((lineId) => {
    const line = byId.get(lineId);
    if (line === undefined) return [];
    const { personId, lineNo, name, address } = line;
    return [{ lineId, personId, lineNo, name, address }];
  });
  return { seed, trainees };
}
