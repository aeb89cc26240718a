import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { changeUser, findUser } from "~/data/access/user-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type SetUserEnabledRefusal =
  { kind: "notFound" } | { kind: "forbidden" } | { kind: "oneself" } | { kind: "changedByOthers" };

/** Disables a user, whose sessions all die with the next request, or enables him again. */
export function setUserEnabled(
  actor: Actor,
  userId: string,
  version: number,
  isEnabled: boolean,
  now: Date,
): Promise<Outcome<null, SetUserEnabledRefusal>> {
  return inTransaction(actor, async (tx) => {
    const user = await findUser(tx, userId);
    if (user === null) return refused({ kind: "notFound" });
    if (!may(actor, "user.manage", user.regionCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (userId === actor.userId) return refused({ kind: "oneself" });
    const change = isEnabled ? { disabledAt: null } : { disabledAt: now, sessionsValidFrom: now };
    if (!(await changeUser(tx, userId, version, change))) {
      return refused({ kind: "changedByOthers" });
    }
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: isEnabled ? "user.enable" : "user.disable",
      subjectKind: "user",
      subjectId: userId,
      countyCode: user.regionCode,
      detail: { account: user.account },
    });
    return done(null);
  });
}
