import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { findCredentials, savePassword } from "~/data/access/credentials-store.server";
import { beginSession, endAllSessions } from "~/data/access/session-store.server";
import * as failures from "~/data/access/sign-in-failure-store.server";
import { signInWait } from "~/domain/access/sign-in-throttle";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { hashPassword, passwordProblems, verifyPassword } from "~/platform/password.server";
import { asIdentity } from "~/platform/prisma/transaction.server";

export interface PasswordChange {
  readonly userId: string;
  readonly current: string;
  readonly wanted: string;
  readonly ip: string;
  readonly userAgent: string;
}

export type ChangePasswordRefusal =
  | { kind: "wrongCurrent" }
  | { kind: "tooMany"; minutes: number }
  | { kind: "notAllowed"; problems: readonly string[] };

/** Sets the user's own password, ends all his sessions and begins a new one, whose id is the value. */
export async function changePassword(
  change: PasswordChange,
  now: Date,
): Promise<Outcome<{ sessionId: string }, ChangePasswordRefusal>> {
  const { userId, current, wanted, ip, userAgent } = change;
  // Guessing at a desk left open is slowed like guessing at the door.
  const begun = await asIdentity(async (tx) => {
    const user = await findCredentials(tx, { id: userId });
    if (user === null) throw new Error("the signed-in user is gone");
    await failures.lockSignIn(tx, user.account, ip);
    const before = await failures.findFailures(tx, user.account, ip, now);
    const wait = signInWait({ ...before, isKnownAddress: true }, now.getTime());
    if (wait === 0) await failures.saveFailure(tx, user.account, ip, now);
    return { user, wait };
  });
  const { user, wait } = begun;
  if (wait > 0) return refused({ kind: "tooMany", minutes: Math.ceil(wait / 60_000) });
  if (!(await verifyPassword(current, user.passwordHash))) return refused({ kind: "wrongCurrent" });
  const problems = [...passwordProblems(wanted, user)];
  if (wanted === current) problems.push("新密码不能和现在的密码相同");
  const passwordHash = problems.length === 0 ? await hashPassword(wanted) : "";
  return asIdentity(async (tx) => {
    await failures.forgiveFailures(tx, user.account, ip);
    if (problems.length > 0) return refused({ kind: "notAllowed", problems });
    await endAllSessions(tx, userId, now);
    await savePassword(tx, userId, passwordHash, now);
    const sessionId = await beginSession(tx, { userId, ip, userAgent, at: now });
    await leaveTrail(tx, {
      at: now,
      actorId: userId,
      actorName: user.name,
      action: "user.changePassword",
      subjectKind: "user",
      subjectId: userId,
      countyCode: user.regionCode,
      detail: {},
    });
    return done({ sessionId });
  });
}
