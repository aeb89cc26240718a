import type { RoleAssignment } from "~/domain/access/actor";
import { toRole } from "~/domain/access/role";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface GrantedRole extends RoleAssignment {
  readonly id: string;
  readonly userId: string;
}

/** Every role the user holds or has held, also outside the caller's scope; a user out of scope has none. */
export async function findRolesHeld(tx: Tx, userId: string): Promise<RoleAssignment[]> {
  const rows = await tx.$queryRaw<
    { role: string; regionCode: string; from: string; to: string | null }[]
  >`SELECT role, region_code AS "regionCode", from_on::text AS "from", to_on::text AS "to"
    FROM roles_held_by(${userId}::uuid)`;
  return rows.flatMap((row) => {
    const role = toRole(row.role);
    return role === null ? [] : [{ ...row, role }];
  });
}

export async function findRole(tx: Tx, id: string): Promise<GrantedRole | null> {
  if (!isUuid(id)) return null;
  const row = await tx.roleAssignment.findUnique({ where: { id } });
  const role = row === null ? null : toRole(row.role);
  if (row === null || role === null) return null;
  const { userId, regionCode, fromOn, toOn } = row;
  const to = toOn?.toISOString().slice(0, 10) ?? null;
  return { id, userId, role, regionCode, from: fromOn.toISOString().slice(0, 10), to };
}

export async function addRole(
  tx: Tx,
  userId: string,
  { role, regionCode, from, to }: RoleAssignment,
  granted: { by: string | null; at: Date },
): Promise<string> {
  const id = newId();
  const period = { fromOn: new Date(from), toOn: to === null ? null : new Date(to) };
  const grant = { grantedBy: granted.by, grantedAt: granted.at };
  await tx.roleAssignment.create({ data: { id, userId, role, regionCode, ...period, ...grant } });
  return id;
}

/** Sets the role's last day. */
export async function setLastDay(tx: Tx, id: string, lastDay: string): Promise<void> {
  await tx.roleAssignment.update({ where: { id }, data: { toOn: new Date(lastDay) } });
}
