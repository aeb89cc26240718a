import type { Tx } from "~/platform/prisma/client.server";

export interface QuotaLimits {
  readonly perMinute: number;
  readonly perDay: number;
}

/**
 * Whether the user has used up his share of an action, counted from the trail that the action itself
 * leaves. Makes the user's other such transactions wait, so that many at once count too.
 */
export async function isOverQuota(
  tx: Tx,
  userId: string,
  action: string,
  limits: QuotaLimits,
  now: Date,
): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${action}:${userId}`}, 0))`;
  const rows = await tx.$queryRaw<{ minute: bigint; day: bigint }[]>`
    SELECT count(*) FILTER (WHERE at > ${now}::timestamptz - interval '1 minute') AS minute,
      count(*) AS day
    FROM trail_event WHERE actor_id = ${userId}::uuid AND action = ${action}
      AND at > ${now}::timestamptz - interval '1 day'`;
  const used = rows[0];
  if (used === undefined) return false;
  return used.minute >= limits.perMinute || used.day >= limits.perDay;
}
