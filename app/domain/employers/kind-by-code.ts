import type { EmployerKind } from "./employer";

const BY_CODE: Readonly<Record<string, EmployerKind>> = {
  "91": "ENTERPRISE",
  "92": "SOLE_TRADER",
  "93": "COOPERATIVE",
};

/**
 * The kind of an employer of whom a file gives no more than code and name. The first two characters of a sound
 * credit code tell who registered what (GB 32100-2015, 4.1 and 4.2); without one the name is all there is.
 */
export function kindByCode(creditCode: string | null, name: string): EmployerKind {
  if (creditCode !== null) {
    const head = creditCode.slice(0, 2);
    return BY_CODE[head] ?? (head.startsWith("9") ? "ENTERPRISE" : "INSTITUTION");
  }
  if (/合作社/.test(name)) return "COOPERATIVE";
  if (/公司|集团|厂$/.test(name)) return "ENTERPRISE";
  return /[店馆铺部]$|超市|经营户/.test(name) ? "SOLE_TRADER" : "HOUSEHOLD";
}
