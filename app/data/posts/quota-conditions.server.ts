import { Prisma } from "~/platform/prisma/client.server";

/** A quota `q` in force on the day: within its days, and not closed by the end of that day (Asia/Shanghai). */
export function inForce(on: string): Prisma.Sql {
  return Prisma.sql`(q.from_on <= ${on}::date AND q.to_on >= ${on}::date AND NOT ${isClosed(on)})`;
}

/** Closed on the day or before it: a later closing is not known on a day long past. */
export function isClosed(on: string): Prisma.Sql {
  return Prisma.sql`(q.closed_at IS NOT NULL
    AND (q.closed_at AT TIME ZONE 'Asia/Shanghai')::date <= ${on}::date)`;
}
