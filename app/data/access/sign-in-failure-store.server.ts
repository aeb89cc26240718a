import { createHash } from "node:crypto";
import { FAILURES_COUNT_FOR_MS, type FailuresBefore } from "~/domain/access/sign-in-throttle";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

/**
 * Lets one sign-in at a time count the failures of an account and an address, so that two hundred
 * tries at once are not all the first. Held until the transaction ends; always in this order.
 */
export async function lockSignIn(tx: Tx, account: string, ip: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sign-in from ${ip}`}, 0))`;
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(${`sign-in as ${digest(account)}`}, 0))`;
}

/** The failures of the last day that bear on this account and address. */
export async function findFailures(
  tx: Tx,
  account: string,
  ip: string,
  now: Date,
): Promise<Omit<FailuresBefore, "isKnownAddress">> {
  const since = new Date(now.getTime() - FAILURES_COUNT_FOR_MS);
  const own = digest(account);
  const rows = await tx.signInFailure.findMany({
    where: { at: { gte: since }, OR: [{ account: own }, { ip }] },
    orderBy: { at: "asc" },
    select: { account: true, ip: true, at: true },
  });
  const times = (kept: typeof rows) => kept.map((row) => row.at.getTime());
  return {
    ofPair: times(rows.filter((row) => row.account === own && row.ip === ip)),
    ofAddress: times(rows.filter((row) => row.ip === ip)),
    elsewhere: times(rows.filter((row) => row.account === own && row.ip !== ip)),
  };
}

/** Writes a failure down and sweeps out those past a day. */
export async function saveFailure(tx: Tx, account: string, ip: string, at: Date): Promise<string> {
  const id = newId();
  const tooOld = new Date(at.getTime() - FAILURES_COUNT_FOR_MS);
  await tx.signInFailure.deleteMany({ where: { at: { lt: tooOld } } });
  await tx.signInFailure.create({ data: { id, account: digest(account), ip, at } });
  return id;
}

/** A success forgives what failed before it at the same desk. */
export async function forgiveFailures(tx: Tx, account: string, ip: string): Promise<void> {
  await tx.signInFailure.deleteMany({ where: { account: digest(account), ip } });
}

/** People type passwords and ID numbers into the account field; the table keeps none of it. */
function digest(account: string): string {
  return createHash("sha256").update(account).digest("base64url").slice(0, 22);
}
