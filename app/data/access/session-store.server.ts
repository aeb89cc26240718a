import { z } from "zod";
import type { PairedCounty, RoleAssignment } from "~/domain/access/actor";
import { toRole } from "~/domain/access/role";
import type { Tx } from "~/platform/prisma/client.server";
import {
  ABSOLUTE_LIMIT_MS,
  hashSessionId,
  newSessionId,
  type SessionTimes,
} from "~/platform/session.server";

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
  tx: Tx,
  idHash: Uint8Array<ArrayBuffer>,
): Promise<SessionWithUser | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt",
      s.expires_at AS "expiresAt", s.ended_at AS "endedAt", u.id AS "userId", u.account, u.name,
      o.name AS "organisationName", o.region_code AS "organisationRegion",
      u.must_change_password AS "mustChangePassword", u.text_size AS "textSize",
      u.disabled_at AS "disabledAt", u.sessions_valid_from AS "sessionsValidFrom",
      coalesce((SELECT json_agg(json_build_object('role', r.role, 'regionCode', r.region_code,
        'from', r.from_on, 'to', r.to_on) ORDER BY r.from_on, r.id)
        FROM role_assignment r WHERE r.user_id = u.id), '[]') AS roles,
      coalesce((SELECT json_agg(json_build_object('district', p.district_code,
        'county', p.county_code, 'from', p.from_on, 'to', p.to_on))
        FROM pairing p WHERE p.district_code IN (SELECT r.region_code FROM role_assignment r
          WHERE r.user_id = u.id AND r.role = 'districtOfficer')), '[]') AS pairings
    FROM session s JOIN user_account u ON u.id = s.user_id
      JOIN organisation o ON o.id = u.organisation_id
    WHERE s.id_hash = ${idHash}`;
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
