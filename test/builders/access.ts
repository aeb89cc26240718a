import type { RoleAssignment } from "~/domain/access/actor";
import type { OrganisationKind } from "~/domain/access/organisation-kind";
import { newId } from "~/platform/id.server";
import { hashPassword } from "~/platform/password.server";
import type { Tx } from "~/platform/prisma/client.server";

// Made in `asIdentity`, which alone may write accounts of every region.

export interface OrganisationToBuild {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly regionCode: string;
}

export interface UserToBuild {
  readonly account: string;
  readonly name: string;
  readonly organisationId: string;
  readonly password: string;
  readonly roles: readonly (Pick<RoleAssignment, "role" | "regionCode"> &
    Partial<RoleAssignment>)[];
  readonly mustChangePassword?: boolean;
  readonly at?: Date;
  /** bcrypt's cost; 4 is quick and weak, for tests. */
  readonly cost?: number;
}

/** An organisation, 武定县人社局 unless told. */
export async function buildOrganisation(
  tx: Tx,
  organisation: Partial<OrganisationToBuild> = {},
): Promise<string> {
  const id = newId();
  const standard = { name: "武定县人社局", kind: "hrssBureau", regionCode: "532329" };
  await tx.organisation.create({ data: { id, ...standard, ...organisation } });
  return id;
}

/** A user with a password of his own and his roles, held from 2020-01-01 without end unless told. */
export async function buildUser(tx: Tx, user: UserToBuild): Promise<string> {
  const id = newId();
  const at = user.at ?? new Date("2020-01-01T01:00:00Z");
  const passwordHash = await hashPassword(user.password, user.cost);
  await tx.userAccount.create({
    data: {
      id,
      account: user.account,
      name: user.name,
      organisationId: user.organisationId,
      passwordHash,
      mustChangePassword: user.mustChangePassword ?? false,
      passwordChangedAt: at,
      createdAt: at,
    },
  });
  await tx.roleAssignment.createMany({
    data: user.roles.map(({ role, regionCode, from, to }) => ({
      userId: id,
      role,
      regionCode,
      fromOn: new Date(from ?? "2020-01-01"),
      toOn: to === undefined || to === null ? null : new Date(to),
      grantedAt: at,
    })),
  });
  return id;
}
