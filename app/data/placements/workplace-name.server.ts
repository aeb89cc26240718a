import { regionName } from "~/platform/reference/region-codes.server";

/** 上海市嘉定区, 云南省昆明市官渡区: the names of a code from its province on, or the code where no table has it. */
export function workplaceName(code: string): string {
  const levels = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];
  const names = [...new Set(levels)].map((one) => regionName(one) ?? "").join("");
  return names === "" ? code : names;
}

/** Whether any table has the code, in force or withdrawn. */
export function isWorkplace(code: string): boolean {
  return regionName(code) !== null;
}
