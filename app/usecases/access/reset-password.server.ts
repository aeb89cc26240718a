import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { findRolesHeld } from "~/data/access/role-store.server";
import { changeUser, findUser, lockUser } from "~/data/access/user-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { dayInChina } from "~/platform/clock.server";
import { newFirstPassword } from "~/platform/first-password.server";
import { hashPassword } from "~/platform/password.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ResetPasswordRefusal =
  | { kind: "notFound" }
  | { kind: "forbidden" }
  | { kind: "oneself" }
  | { kind: "actsBeyond" }
  | { kind: "changedByOthers" };

/** Gives a user a new first password, answered once; his sessions end and he must choose his own. */
export async function resetPassword(
  actor: Actor,
  userId: string,
  version: number,
  now: Date,
): Promise<Outcome<{ firstPassword: string }, ResetPasswordRefusal>> {
  const today = dayInChina(now);
  const firstPassword = newFirstPassword();
  const passwordHash = await hashPassword(firstPassword);
  return inTransaction(actor, async (tx) => {
    await lockUser(tx, userId);
    const user = await findUser(tx, userId);
    if (user === null) return refused({ kind: "notFound" });
    const manages = (place: string) => may(actor, "user.manage", place, today);
    if (!manages(user.regionCode)) return refused({ kind: "forbidden" });
    if (userId === actor.userId) return refused({ kind: "oneself" });
    // Whoever holds the first password can be that user: no way up for a county's administrator.
    const roles = (await findRolesHeld(tx, userId)).filter(({ to }) => to === null || to >= today);
    if (!roles.every((held) => manages(held.regionCode))) return refused({ kind: "actsBeyond" });
    const change = { passwordHash, mustChangePassword: true as const, at: now };
    if (!(await changeUser(tx, userId, version, change))) {
      return refused({ kind: "changedByOthers" });
    }
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "user.resetPassword",
      subjectKind: "user",
      subjectId: userId,
      countyCode: user.regionCode,
      detail: { account: user.account },
    });
    return done({ firstPassword });
  });
}
