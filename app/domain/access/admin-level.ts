import type { RegionCode } from "~/domain/shared/region-code";

/** The five levels of government; a Shanghai district is a `COUNTY` under its municipality. */
export type AdminLevel = "PROVINCE" | "PREFECTURE" | "COUNTY" | "TOWNSHIP" | "VILLAGE";

export const ADMIN_LEVEL_LABELS: Record<AdminLevel, string> = {
  PROVINCE: "省级",
  PREFECTURE: "州市级",
  COUNTY: "县级",
  TOWNSHIP: "乡镇",
  VILLAGE: "行政村",
};

/** The level that a division code stands for, read from its length and trailing zeros (GB/T 2260). */
export function adminLevelOf(code: RegionCode): AdminLevel {
  if (code.length === 12) return "VILLAGE";
  if (code.length === 9) return "TOWNSHIP";
  if (code.endsWith("0000")) return "PROVINCE";
  return code.endsWith("00") ? "PREFECTURE" : "COUNTY";
}
