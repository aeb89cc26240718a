import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { addDays } from "~/domain/shared/calendar-date";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { findRole, setLastDay } from "~/data/access/role-store.server";
import { changeUser, findUser, lockUser } from "~/data/access/user-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type EndRoleRefusal =
  | { kind: "notFound" }
  | { kind: "forbidden" }
  | { kind: "oneself" }
  | { kind: "alreadyEnded" }
  | { kind: "changedByOthers" };

/** Ends a role at once: its last day was yesterday, so the next request is without it. */
export function endRole(
  actor: Actor,
  role: { userId: string; roleId: string; version: number },
  now: Date,
): Promise<Outcome<null, EndRoleRefusal>> {
  const { userId, roleId, version } = role;
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    await lockUser(tx, userId);
    const [user, held] = [await findUser(tx, userId), await findRole(tx, roleId)];
    if (user === null || held === null || held.userId !== userId) {
      return refused({ kind: "notFound" });
    }
    const places = [user.regionCode, held.regionCode];
    if (!places.every((place) => may(actor, "user.manage", place, today))) {
      return refused({ kind: "forbidden" });
    }
    if (userId === actor.userId) return refused({ kind: "oneself" });
    if (held.to !== null && held.to < today) return refused({ kind: "alreadyEnded" });
    if (!(await changeUser(tx, userId, version, {}))) return refused({ kind: "changedByOthers" });
    const lastDay = addDays(today, -1);
    await setLastDay(tx, roleId, lastDay);
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "role.end",
      subjectKind: "user",
      subjectId: userId,
      countyCode: held.regionCode,
      detail: {
        account: user.account,
        role: held.role,
        regionCode: held.regionCode,
        to: [held.to, lastDay],
      },
    });
    return done(null);
  });
}
