import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { changeUser, findUser } from "~/data/access/user-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { dayInChina } from "~/platform/clock.server";
import { newFirstPassword } from "~/platform/first-password.server";
import { hashPassword } from "~/platform/password.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ResetPasswordRefusal =
  { kind: "notFound" } | { kind: "forbidden" } | { kind: "oneself" } | { kind: "changedByOthers" };

/** Gives a user a new first password, answered once; his sessions end and he must choose his own. */
export async function resetPassword(
  actor: Actor,
  userId: string,
  version: number,
  now: Date,
): Promise<Outcome<{ firstPassword: string }, ResetPasswordRefusal>> {
  const firstPassword = newFirstPassword();
  const passwordHash = await hashPassword(firstPassword);
  return inTransaction(actor, async (tx) => {
    const user = await findUser(tx, userId);
    if (user === null) return refused({ kind: "notFound" });
    if (!may(actor, "user.manage", user.regionCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (userId === actor.userId) return refused({ kind: "oneself" });
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
