import type { OrganisationKind } from "~/domain/access/organisation-kind";
import { mayBeHeldAt, type Role } from "~/domain/access/role";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { addOrganisation, findOrganisationByName } from "~/data/access/organisation-store.server";
import { addRole } from "~/data/access/role-store.server";
import { addUser } from "~/data/access/user-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { dayInChina } from "~/platform/clock.server";
import { newFirstPassword } from "~/platform/first-password.server";
import { hashPassword } from "~/platform/password.server";
import { asIdentity } from "~/platform/prisma/transaction.server";

export interface UserToInstall {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly regionCode: string;
  readonly organisationName: string;
  readonly organisationKind: OrganisationKind;
}

export type InstallUserRefusal = { kind: "wrongSeat" } | { kind: "accountTaken" };

/** Adds a user with his role from today on, from the machine itself: how the first administrator comes to be. */
export async function installUser(
  user: UserToInstall,
  now: Date,
): Promise<Outcome<{ firstPassword: string }, InstallUserRefusal>> {
  const { account, name, role, regionCode, organisationName } = user;
  if (!mayBeHeldAt(role, regionCode)) return refused({ kind: "wrongSeat" });
  const firstPassword = newFirstPassword();
  const passwordHash = await hashPassword(firstPassword);
  return asIdentity(async (tx) => {
    const known = await findOrganisationByName(tx, regionCode, organisationName);
    const organisation = { name: organisationName, kind: user.organisationKind, regionCode };
    const organisationId = known?.id ?? (await addOrganisation(tx, organisation));
    if (organisationId === null) throw new Error("another run is adding the organisation");
    const newUser = { account, name, organisationId, passwordHash, createdAt: now };
    const userId = await addUser(tx, newUser);
    if (userId === null) return refused({ kind: "accountTaken" });
    const period = { from: dayInChina(now), to: null };
    await addRole(tx, userId, { role, regionCode, ...period }, { by: null, at: now });
    await leaveTrail(tx, {
      at: now,
      actorId: null,
      actorName: "服务器上的命令",
      action: "user.create",
      subjectKind: "user",
      subjectId: userId,
      countyCode: regionCode,
      detail: { account, name, role, organisation: organisationName },
    });
    return done({ firstPassword });
  });
}
