import type { RoleAssignment } from "~/domain/access/actor";
import { regionContains } from "~/domain/access/region-scope";
import type { Role } from "~/domain/access/role";
import { ROLES } from "~/domain/access/role";

/** Two roles that one person cannot hold at once. */
export interface IncompatiblePair {
  readonly roles: readonly [Role, Role];
  /** True when the regions do not matter; otherwise only overlapping regions clash. */
  readonly everywhere: boolean;
  readonly reason: string;
}

/** A role already held that stands in the way of the wanted one. */
export interface RoleConflict {
  readonly held: RoleAssignment;
  readonly reason: string;
}

export const INCOMPATIBLE: readonly IncompatiblePair[] = [
  clash("caseOfficer", "reviewer", "经办和审核须由不同的人担任，本人不得审核自己录入的内容"),
  clash(
    "caseOfficer",
    "prefectureSupervisor",
    "州市人社监管复核县级报送的内容，不得同时在所辖县经办",
  ),
  clash("caseOfficer", "secondedOfficial", "援滇干部参与培训过程监督，不得同时经办同一地区的培训"),
  clash("caseOfficer", "finance", "业务经办和资金支付须由不同的人担任"),
  clash(
    "prefectureSupervisor",
    "secondedOfficial",
    "培训过程须由人社部门和援滇干部两方监督，不得由一人兼任",
  ),
  {
    roles: ["caseOfficer", "districtOfficer"],
    everywhere: true,
    reason: "县级和上海区级的数据要互相核对，不得由一人经办",
  },
  // A district reaches counties through pairings, so its code never overlaps with theirs.
  ...others("auditor", ["systemAdministrator"]).map((role) => ({
    roles: [role, "auditor"] as const,
    everywhere: role === "districtOfficer",
    reason: "审计人员不得在被审计的地区承担业务",
  })),
  ...others("systemAdministrator", []).map((role) => ({
    roles: [role, "systemAdministrator"] as const,
    everywhere: true,
    reason: "系统管理员只管理账号和单位，不得兼任业务或审计岗位",
  })),
];

/** The roles already held that forbid the wanted one: an incompatible pair whose periods and regions overlap. */
export function incompatibleWith(
  held: readonly RoleAssignment[],
  wanted: RoleAssignment,
): readonly RoleConflict[] {
  return held.flatMap((assignment) => {
    const pair = pairOf(assignment.role, wanted.role);
    if (pair === undefined || !periodsOverlap(assignment, wanted)) return [];
    if (!pair.everywhere && !regionsOverlap(assignment, wanted)) return [];
    return [{ held: assignment, reason: pair.reason }];
  });
}

function clash(one: Role, other: Role, reason: string): IncompatiblePair {
  return { roles: [one, other], everywhere: false, reason };
}

function others(role: Role, except: readonly Role[]): readonly Role[] {
  return ROLES.filter((other) => other !== role && !except.includes(other));
}

function pairOf(one: Role, other: Role): IncompatiblePair | undefined {
  return INCOMPATIBLE.find(
    ({ roles: [a, b] }) => (a === one && b === other) || (a === other && b === one),
  );
}

function periodsOverlap(a: RoleAssignment, b: RoleAssignment): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
}

function regionsOverlap(a: RoleAssignment, b: RoleAssignment): boolean {
  return regionContains(a.regionCode, b.regionCode) || regionContains(b.regionCode, a.regionCode);
}
