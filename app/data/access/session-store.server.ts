import { z } from "zod";
import type { PairedCounty, RoleAssignment } from "~/domain/access/actor";
import { ABSOLUTE_LIMIT_MS } from "~/domain/access/session-limits";
import { toRole } from "~/domain/access/role";
import { platform } from "~/platform/platform.server";
import type { Tx } from "~/platform/prisma/client.server";
import { hashSessionId, newSessionId, type SessionTimes } from "~/platform/session.server";

export interface NewSession {
  readonly userId: string;
  readonly ip: string;
  readonly userAgent: string;
  readonly at: Date;
}

/** A session with all that makes its user an actor, read at once. */
export interface SessionWithUser extends SessionTimes {
  readonly userId: string;
  readonly account: string;
  readonly name: string;
  readonly organisationName: string;
  readonly organisationRegion: string;
  readonly mustChangePassword: boolean;
  readonly textSize: string;
  readonly disabledAt: Date | null;
  readonly sessionsValidFrom: Date | null;
  readonly assignments: readonly RoleAssignment[];
  readonly pairedCounties: readonly PairedCounty[];
}

const LONGEST_USER_AGENT = 300;

/** Begins a session under a fresh id; answers the id for the cookie, which is kept nowhere. */
export async function beginSession(
  tx: Tx,
  { userId, ip, userAgent, at }: NewSession,
): Promise<string> {
  const id = newSessionId();
  const expiresAt = new Date(at.getTime() + ABSOLUTE_LIMIT_MS);
  const times = { createdAt: at, lastSeenAt: at, expiresAt };
  const origin = { ip, userAgent: userAgent.slice(0, LONGEST_USER_AGENT) };
  await tx.session.create({ data: { idHash: hashSessionId(id), userId, ...origin, ...times } });
  return id;
}

const held = z.array(
  z.object({
    role: z.string(),
    regionCode: z.string(),
    from: z.string(),
    to: z.string().nullable(),
  }),
);
const paired = z.array(
  z.object({
    district: z.string(),
    county: z.string(),
    from: z.string(),
    to: z.string().nullable(),
  }),
);

type Row = Omit<SessionWithUser, "assignments" | "pairedCounties"> & {
  readonly roles: unknown;
  readonly pairings: unknown;
};

/** Finds the row of a session id, alive or not; one round trip, for every request makes it. */
export async function findSession(
  idHash: Uint8Array<ArrayBuffer>,
): Promise<SessionWithUser | null> {
  const [row] = await platform().db.$queryRaw<Row[]>`SELECT * FROM session_by_id(${idHash})`;
  if (row === undefined) return null;
  const { roles, pairings, ...session } = row;
  const assignments = held.parse(roles).flatMap((assignment) => {
    const role = toRole(assignment.role);
    return role === null ? [] : [{ ...assignment, role }];
  });
  return { ...session, assignments, pairedCounties: paired.parse(pairings) };
}

/** Marks the user as present; does nothing when that was written after `unlessSince`. */
export async function touchSession(
  tx: Tx,
  idHash: Uint8Array<ArrayBuffer>,
  now: Date,
  unlessSince: Date,
): Promise<void> {
  await tx.session.updateMany({
    where: { idHash, lastSeenAt: { lt: unlessSince } },
    data: { lastSeenAt: now },
  });
}

/** Ends a session, of this user or (null) whosever it is; false when there is none that runs. */
export async function endSession(
  tx: Tx,
  userId: string | null,
  idHash: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.session.updateMany({
    where: { idHash, endedAt: null, ...(userId === null ? {} : { userId }) },
    data: { endedAt: now },
  });
  return count === 1;
}

/** Ends every session of the user that still runs; answers how many. */
export async function endAllSessions(tx: Tx, userId: string, now: Date): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { userId, endedAt: null, expiresAt: { gt: now } },
    data: { endedAt: now },
  });
  return count;
}

/** Whether this user has signed in from this address since the instant. */
export async function hasSignedInFrom(
  tx: Tx,
  userId: string,
  ip: string,
  since: Date,
): Promise<boolean> {
  const found = await tx.session.findFirst({
    where: { userId, ip, createdAt: { gte: since } },
    select: { userId: true },
  });
  return found !== null;
}
