import { inForce, type Actor } from "~/domain/access/actor";
import { ROLE_LABELS, toRole } from "~/domain/access/role";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface UserRoleView {
  readonly id: string;
  readonly label: string;
  readonly region: string;
  readonly from: string;
  readonly to: string | null;
  /** 生效中, 未到起始日, 已到期 */
  readonly state: "inForce" | "ahead" | "over";
}

export interface UserView {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly isDisabled: boolean;
  readonly mustChangePassword: boolean;
  readonly passwordChangedAt: string;
  readonly lastSignInAt: string | null;
  readonly createdAt: string;
  readonly version: number;
  readonly roles: readonly UserRoleView[];
}

/** One user of the administrator's scope with every role held within it, or null. */
export function viewUser(actor: Actor, id: string, on: string): Promise<UserView | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const user = await tx.userAccount.findUnique({
      where: { id },
      select: {
        id: true,
        account: true,
        name: true,
        organisationId: true,
        organisation: { select: { name: true } },
        disabledAt: true,
        mustChangePassword: true,
        passwordChangedAt: true,
        lastSignInAt: true,
        createdAt: true,
        version: true,
        roles: { orderBy: [{ fromOn: "desc" }, { id: "desc" }] },
      },
    });
    if (user === null) return null;
    const { organisation, disabledAt, roles, ...plain } = user;
    return {
      ...plain,
      organisationName: organisation.name,
      isDisabled: disabledAt !== null,
      passwordChangedAt: user.passwordChangedAt.toISOString(),
      lastSignInAt: user.lastSignInAt?.toISOString() ?? null,
      createdAt: user.createdAt.toISOString(),
      roles: roles.flatMap(({ id: roleId, role: text, regionCode, fromOn, toOn }) => {
        const role = toRole(text);
        if (role === null) return [];
        const period = { from: dayOf(fromOn), to: toOn === null ? null : dayOf(toOn) };
        const region = regionName(regionCode) ?? regionCode;
        const state = stateOf(period, on);
        return [{ id: roleId, label: ROLE_LABELS[role], region, ...period, state }];
      }),
    };
  });
}

function stateOf(period: { from: string; to: string | null }, on: string): UserRoleView["state"] {
  if (inForce(period, on)) return "inForce";
  return period.from > on && (period.to === null || period.to >= period.from) ? "ahead" : "over";
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
