import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { findOrganisation } from "~/data/access/organisation-store.server";
import { changeUser as saveChange, findUser } from "~/data/access/user-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ChangeUserRefusal =
  | { kind: "notFound" }
  | { kind: "organisationNotFound" }
  | { kind: "forbidden" }
  | { kind: "changedByOthers" };

/** Corrects a user's name or moves him to another organisation of the administrator's region. */
export function changeUser(
  actor: Actor,
  userId: string,
  version: number,
  change: { name: string; organisationId: string },
  now: Date,
): Promise<Outcome<null, ChangeUserRefusal>> {
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const user = await findUser(tx, userId);
    if (user === null) return refused({ kind: "notFound" });
    const organisation = await findOrganisation(tx, change.organisationId);
    if (organisation === null) return refused({ kind: "organisationNotFound" });
    const places = [user.regionCode, organisation.regionCode];
    if (!places.every((place) => may(actor, "user.manage", place, today))) {
      return refused({ kind: "forbidden" });
    }
    if (!(await saveChange(tx, userId, version, change))) {
      return refused({ kind: "changedByOthers" });
    }
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "user.change",
      subjectKind: "user",
      subjectId: userId,
      countyCode: user.regionCode,
      detail: {
        account: user.account,
        name: [user.name, change.name],
        organisation: [user.organisationId, change.organisationId],
      },
    });
    return done(null);
  });
}
