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
