import { adminLevelOf } from "~/domain/access/admin-level";
import { toRegionCode } from "~/domain/shared/region-code";

/** What a person is trusted with, always for one region and one period. */
export type Role =
  | "caseOfficer"
  | "reviewer"
  | "prefectureSupervisor"
  | "secondedOfficial"
  | "cooperationOffice"
  | "finance"
  | "auditor"
  | "labourStationOfficer"
  | "districtOfficer"
  | "systemAdministrator";

/** Where a role may be held; a district is one of Shanghai, a county one of the assisted areas. */
export type Seat = "COUNTY" | "PREFECTURE" | "PROVINCE" | "DISTRICT";

export const ROLE_LABELS: Record<Role, string> = {
  caseOfficer: "县经办人",
  reviewer: "县审核人",
  prefectureSupervisor: "州市人社监管",
  secondedOfficial: "援滇干部",
  cooperationOffice: "协作办",
  finance: "财务",
  auditor: "审计",
  labourStationOfficer: "劳务工作站",
  districtOfficer: "上海区级经办",
  systemAdministrator: "系统管理员",
};

export const ROLE_SEATS: Record<Role, readonly Seat[]> = {
  caseOfficer: ["COUNTY"],
  reviewer: ["COUNTY"],
  prefectureSupervisor: ["PREFECTURE"],
  secondedOfficial: ["COUNTY", "PREFECTURE"],
  cooperationOffice: ["COUNTY", "PREFECTURE", "PROVINCE"],
  finance: ["COUNTY", "PREFECTURE"],
  auditor: ["COUNTY", "PREFECTURE", "PROVINCE"],
  labourStationOfficer: ["COUNTY", "PREFECTURE"],
  districtOfficer: ["DISTRICT"],
  systemAdministrator: ["COUNTY", "PREFECTURE", "PROVINCE"],
};

/** Every role, in the order of the labels. */
export const ROLES = Object.keys(ROLE_LABELS) as readonly Role[];

/** Whether the role manages accounts and divisions and sees no person, roster or registry entry. */
export function seesNoPerson(role: Role): boolean {
  return role === "systemAdministrator";
}

/** Text from a form or a table as a role, or null. */
export function toRole(text: string): Role | null {
  return ROLES.find((role) => role === text) ?? null;
}

/** Whether the role may be held for this division; text that is no division code holds none. */
export function mayBeHeldAt(role: Role, regionCode: string): boolean {
  const seat = seatOf(regionCode);
  return seat !== null && ROLE_SEATS[role].includes(seat);
}

function seatOf(regionCode: string): Seat | null {
  const code = toRegionCode(regionCode);
  if (code === null) return null;
  const level = adminLevelOf(code);
  if (level === "TOWNSHIP" || level === "VILLAGE") return null;
  if (!code.startsWith("31")) return level;
  return level === "COUNTY" ? "DISTRICT" : null;
}
