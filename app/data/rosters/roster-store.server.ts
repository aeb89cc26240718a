import type { Actor } from "~/domain/access/actor";
import type { RosterState } from "~/domain/rosters/roster";
import { className } from "~/domain/training/training-class";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface RosterRecord {
  readonly id: string;
  readonly countyCode: string;
  readonly classId: string;
  /** Class and term, e.g. 家政服务员（第3期）. */
  readonly label: string;
  readonly state: RosterState;
  readonly submittedBy: string | null;
  readonly headcount: number;
  readonly version: number;
}

/** What a step in the roster's life writes. */
export interface RosterChange {
  readonly state: RosterState;
  readonly submittedBy?: string;
  readonly submittedAt?: Date;
  readonly reviewedBy: string | null;
  readonly reviewedAt: Date | null;
  readonly returnReason: string | null;
}

/** The roster of a class, or null when it is none or lies outside the transaction's scope. */
export async function findRoster(tx: Tx, id: string): Promise<RosterRecord | null> {
  if (!isUuid(id)) return null;
  const row = await tx.roster.findUnique({
    where: { id },
    select: {
      id: true,
      countyCode: true,
      classId: true,
      state: true,
      submittedBy: true,
      headcount: true,
      version: true,
      trainingClass: { select: { name: true, term: true } },
    },
  });
  if (row === null || row.classId === null || row.trainingClass === null) return null;
  const { trainingClass, classId, ...roster } = row;
  return { ...roster, classId, label: className(trainingClass), state: row.state as RosterState };
}

/** The same, with its sealing made to wait until this transaction ends. */
export async function holdRoster(tx: Tx, id: string): Promise<RosterRecord | null> {
  if (!isUuid(id)) return null;
  await tx.$queryRaw`SELECT 1 FROM roster WHERE id = ${id}::uuid FOR SHARE`;
  return findRoster(tx, id);
}

/** Everybody who put a standing line on the roster, or uploaded or committed a file of it. */
export async function findEnteredBy(tx: Tx, roster: RosterRecord): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT created_by AS id FROM roster_line
      WHERE roster_id = ${roster.id}::uuid AND removed_at IS NULL
    UNION SELECT unnest(ARRAY[created_by, committed_by]) FROM roster_import
      WHERE class_id = ${roster.classId}::uuid AND state = 'committed'`;
  return rows.map(({ id }) => id);
}

/** Moves the roster on from the version that was read; false when somebody else came first. */
export async function changeRoster(
  tx: Tx,
  roster: RosterRecord,
  change: RosterChange,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.roster.updateMany({
    where: { id: roster.id, version: roster.version, state: roster.state },
    data: { ...change, updatedAt: now, version: { increment: 1 } },
  });
  return count === 1;
}

/** Counts a change of the lines as a change of the roster; false when somebody else came first. */
export async function touchRoster(tx: Tx, roster: RosterRecord, now: Date): Promise<boolean> {
  const { count } = await tx.roster.updateMany({
    where: { id: roster.id, version: roster.version, state: roster.state },
    data: { updatedAt: now, version: { increment: 1 } },
  });
  return count === 1;
}

/** Leaves the trail of a step in the roster's life. */
export function leaveRosterTrail(
  tx: Tx,
  actor: Actor,
  roster: Pick<RosterRecord, "id" | "countyCode">,
  action: string,
  now: Date,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  return leaveTrail(tx, {
    at: now,
    actorId: actor.userId,
    actorName: actor.name,
    action,
    subjectKind: "roster",
    subjectId: roster.id,
    countyCode: roster.countyCode,
    detail,
  });
}
