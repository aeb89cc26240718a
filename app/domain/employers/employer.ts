export type EmployerKind =
  "ENTERPRISE" | "SOLE_TRADER" | "COOPERATIVE" | "INSTITUTION" | "INTERMEDIARY" | "HOUSEHOLD";

export const EMPLOYER_KIND_LABELS: Readonly<Record<EmployerKind, string>> = {
  ENTERPRISE: "企业",
  SOLE_TRADER: "个体工商户",
  COOPERATIVE: "合作社",
  INSTITUTION: "机关事业单位、社会组织",
  INTERMEDIARY: "劳务中介机构",
  HOUSEHOLD: "家庭或个人雇主",
};

export const EMPLOYER_KINDS = Object.keys(EMPLOYER_KIND_LABELS) as readonly EmployerKind[];

/** Kinds that may exist without being registered under a code. */
const WITHOUT_CODE: readonly EmployerKind[] = ["SOLE_TRADER", "COOPERATIVE", "HOUSEHOLD"];

/** Whether an employer of this kind may be entered without a unified social credit code. */
export function mayLackCode(kind: EmployerKind): boolean {
  return WITHOUT_CODE.includes(kind);
}

/**
 * Six digits of GB/T 2260: the division of the authority that registered it, characters 3 to 8 of a
 * sound credit code (GB 32100-2015, 4.3). `100000` is the state's own register.
 */
export function registeringRegion(creditCode: string): string {
  return creditCode.slice(2, 8);
}
