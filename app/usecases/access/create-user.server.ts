import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { findOrganisation } from "~/data/access/organisation-store.server";
import { addUser } from "~/data/access/user-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { dayInChina } from "~/platform/clock.server";
import { newFirstPassword } from "~/platform/first-password.server";
import { hashPassword } from "~/platform/password.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface UserToCreate {
  readonly account: string;
  readonly name: string;
  readonly organisationId: string;
}

export type CreateUserRefusal =
  { kind: "organisationNotFound" } | { kind: "forbidden" } | { kind: "accountTaken" };

/** Adds a user without any role; his first password is answered once and kept nowhere. */
export async function createUser(
  actor: Actor,
  user: UserToCreate,
  now: Date,
): Promise<Outcome<{ userId: string; firstPassword: string }, CreateUserRefusal>> {
  const firstPassword = newFirstPassword();
  const passwordHash = await hashPassword(firstPassword);
  return inTransaction(actor, async (tx) => {
    const organisation = await findOrganisation(tx, user.organisationId);
    if (organisation === null) return refused({ kind: "organisationNotFound" });
    const { regionCode } = organisation;
    if (!may(actor, "user.manage", regionCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    const userId = await addUser(tx, { ...user, passwordHash, createdAt: now });
    if (userId === null) return refused({ kind: "accountTaken" });
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "user.create",
      subjectKind: "user",
      subjectId: userId,
      countyCode: regionCode,
      detail: { account: user.account, name: user.name, organisation: organisation.name },
    });
    return done({ userId, firstPassword });
  });
}
