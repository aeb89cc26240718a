import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

/** A standing placement of a person, to point at. */
export interface PersonPlacement {
  readonly id: string;
  readonly employerId: string;
  readonly employerName: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
}

const MOST = 20;

/** The person's standing placements that began on the day or later, the latest first. */
export async function placementsSince(
  tx: Tx,
  personId: string,
  since: string,
): Promise<PersonPlacement[]> {
  const rows = await tx.placement.findMany({
    where: { personId, removedAt: null, startedOn: { gte: new Date(since) } },
    orderBy: [{ startedOn: "desc" }, { id: "desc" }],
    take: MOST,
    select: { id: true, employerId: true, employerName: true, startedOn: true, endedOn: true },
  });
  return rows.map(({ startedOn, endedOn, ...row }) => ({
    ...row,
    startedOn: startedOn.toISOString().slice(0, 10),
    endedOn: endedOn?.toISOString().slice(0, 10) ?? null,
  }));
}

/** Null when there is no such standing placement of the person. */
export async function placementOf(
  tx: Tx,
  personId: string,
  id: string,
): Promise<PersonPlacement | null> {
  if (!isUuid(id)) return null;
  const row = await tx.placement.findUnique({
    where: { id, personId, removedAt: null },
    select: { id: true, employerId: true, employerName: true, startedOn: true, endedOn: true },
  });
  if (row === null) return null;
  return {
    ...row,
    startedOn: row.startedOn.toISOString().slice(0, 10),
    endedOn: row.endedOn?.toISOString().slice(0, 10) ?? null,
  };
}
