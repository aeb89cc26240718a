import { inForce, type Actor } from "~/domain/access/actor";
import { ROLE_LABELS, toRole } from "~/domain/access/role";
import { UNUSED_AFTER_DAYS, type UserState } from "~/domain/access/user-state";
import type { Prisma } from "~/platform/prisma/client.server";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface UsersFilter {
  /** Part of the name or the account; empty for all. */
  readonly text: string;
  readonly organisationId: string | null;
  readonly state: UserState | null;
  readonly page: number;
  readonly size: number;
}

export interface UserRow {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly organisationName: string;
  readonly roles: readonly string[];
  readonly lastSignInAt: string | null;
  readonly isDisabled: boolean;
  readonly mustChangePassword: boolean;
  readonly isUnused: boolean;
}

/** The users of the administrator's organisations by account, with what a monthly review asks. */
export function listUsers(
  actor: Actor,
  filter: UsersFilter,
  now: Date,
  on: string,
): Promise<{ rows: UserRow[]; total: number }> {
  const unusedSince = new Date(now.getTime() - UNUSED_AFTER_DAYS * 86_400_000);
  const where = conditions(filter, unusedSince);
  return inTransaction(actor, async (tx) => {
    const total = await tx.userAccount.count({ where });
    const users = await tx.userAccount.findMany({
      where,
      orderBy: { account: "asc" },
      skip: (filter.page - 1) * filter.size,
      take: filter.size,
      select: {
        id: true,
        account: true,
        name: true,
        organisation: { select: { name: true } },
        roles: { select: { role: true, regionCode: true, fromOn: true, toOn: true } },
        lastSignInAt: true,
        createdAt: true,
        disabledAt: true,
        mustChangePassword: true,
      },
    });
    const rows = users.map((user) => ({
      id: user.id,
      account: user.account,
      name: user.name,
      organisationName: user.organisation.name,
      roles: user.roles.flatMap((held) => roleLabel(held, on)),
      lastSignInAt: user.lastSignInAt?.toISOString() ?? null,
      isDisabled: user.disabledAt !== null,
      mustChangePassword: user.mustChangePassword,
      isUnused: (user.lastSignInAt ?? user.createdAt) < unusedSince,
    }));
    return { rows, total };
  });
}

function conditions(filter: UsersFilter, unusedSince: Date): Prisma.UserAccountWhereInput {
  const { text, organisationId, state } = filter;
  const and: Prisma.UserAccountWhereInput[] = [];
  if (text !== "") {
    and.push({ OR: [{ name: { contains: text } }, { account: { contains: text.toLowerCase() } }] });
  }
  if (organisationId !== null && isUuid(organisationId)) and.push({ organisationId });
  if (state !== null) and.push(stateCondition(state, unusedSince));
  return { AND: and };
}

function stateCondition(state: UserState, unusedSince: Date): Prisma.UserAccountWhereInput {
  switch (state) {
    case "active":
      return { disabledAt: null };
    case "disabled":
      return { disabledAt: { not: null } };
    case "firstPassword":
      return { mustChangePassword: true };
    case "unused":
      return {
        disabledAt: null,
        createdAt: { lt: unusedSince },
        OR: [{ lastSignInAt: null }, { lastSignInAt: { lt: unusedSince } }],
      };
  }
}

function roleLabel(
  held: { role: string; regionCode: string; fromOn: Date; toOn: Date | null },
  on: string,
): string[] {
  const from = held.fromOn.toISOString().slice(0, 10);
  const to = held.toOn?.toISOString().slice(0, 10) ?? null;
  const role = toRole(held.role);
  if (role === null || !inForce({ from, to }, on)) return [];
  return [`${ROLE_LABELS[role]}（${regionName(held.regionCode) ?? held.regionCode}）`];
}
