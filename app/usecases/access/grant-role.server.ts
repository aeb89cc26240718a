import type { Actor, RoleAssignment } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { mayBeHeldAt } from "~/domain/access/role";
import { incompatibleWith, type RoleConflict } from "~/domain/access/separation-of-duties";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { addRole, findRolesHeld } from "~/data/access/role-store.server";
import { changeUser, findUser, lockUser } from "~/data/access/user-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type GrantRoleRefusal =
  | { kind: "notFound" }
  | { kind: "forbidden" }
  | { kind: "oneself" }
  | { kind: "wrongSeat" }
  | { kind: "incompatible"; conflicts: readonly RoleConflict[] }
  | { kind: "changedByOthers" };

/** Grants a role for a region and a period, unless duties that must be separate would meet in one person. */
export function grantRole(
  actor: Actor,
  userId: string,
  version: number,
  wanted: RoleAssignment,
  now: Date,
): Promise<Outcome<{ roleId: string }, GrantRoleRefusal>> {
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    // Of two grants at once the second sees what the first gave.
    await lockUser(tx, userId);
    const user = await findUser(tx, userId);
    if (user === null) return refused({ kind: "notFound" });
    const places = [user.regionCode, wanted.regionCode];
    if (!places.every((place) => may(actor, "user.manage", place, today))) {
      return refused({ kind: "forbidden" });
    }
    if (userId === actor.userId) return refused({ kind: "oneself" });
    if (!mayBeHeldAt(wanted.role, wanted.regionCode)) return refused({ kind: "wrongSeat" });
    const held = (await findRolesHeld(tx, userId)).filter(isEverInForce);
    const conflicts = incompatibleWith(held, wanted);
    if (conflicts.length > 0) return refused({ kind: "incompatible", conflicts });
    if (!(await changeUser(tx, userId, version, {}))) return refused({ kind: "changedByOthers" });
    const roleId = await addRole(tx, userId, wanted, { by: actor.userId, at: now });
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "role.grant",
      subjectKind: "user",
      subjectId: userId,
      countyCode: wanted.regionCode,
      detail: { account: user.account, ...wanted },
    });
    return done({ roleId });
  });
}

/** A role ended before its first day was never held. */
function isEverInForce({ from, to }: RoleAssignment): boolean {
  return to === null || from <= to;
}
