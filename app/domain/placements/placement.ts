import { AUDIENCE_LABELS, type Audience } from "../training/filing";

/** 就业形式 (沪松合组办〔2021〕8号 (九): formal and flexible together; entrepreneurship; public-service posts). */
export type PlacementForm = "FORMAL" | "FLEXIBLE" | "ENTREPRENEURSHIP" | "PUBLIC_SERVICE";

export const FORM_LABELS: Readonly<Record<PlacementForm, string>> = {
  FORMAL: "正规就业",
  FLEXIBLE: "灵活就业",
  ENTREPRENEURSHIP: "自主创业",
  PUBLIC_SERVICE: "公益性岗位",
};

/**
 * 人员类别, as stated on the line: graduates who come home to start a business, and those who bring others into work
 * (沪松合组办〔2021〕8号 (九)). Whom a class is for goes by the same words.
 */
export type WorkerGroup = "GENERAL" | Extract<Audience, "RETURNED_GRADUATE" | "LEADER">;

export const WORKER_GROUP_LABELS: Readonly<Record<WorkerGroup, string>> = {
  GENERAL: "一般劳动力",
  RETURNED_GRADUATE: AUDIENCE_LABELS.RETURNED_GRADUATE,
  LEADER: AUDIENCE_LABELS.LEADER,
};

export type Arrangement = "ORGANISED" | "SELF_ARRANGED";

export const ARRANGEMENT_LABELS: Readonly<Record<Arrangement, string>> = {
  ORGANISED: "有组织",
  SELF_ARRANGED: "自发",
};

export type ContractKind = "LABOUR_CONTRACT" | "SERVICE_AGREEMENT" | "FLEXIBLE" | "NONE";

export const CONTRACT_LABELS: Readonly<Record<ContractKind, string>> = {
  LABOUR_CONTRACT: "劳动合同",
  SERVICE_AGREEMENT: "劳务协议",
  FLEXIBLE: "灵活就业",
  NONE: "未签",
};

export type EvidenceKind =
  "CONTRACT" | "WAGE_SLIP" | "SOCIAL_INSURANCE" | "BANK_STATEMENT" | "WORK_CERTIFICATE";

export const EVIDENCE_LABELS: Readonly<Record<EvidenceKind, string>> = {
  CONTRACT: "劳动合同或协议",
  WAGE_SLIP: "工资条（工资表）",
  SOCIAL_INSURANCE: "社会保险缴费记录",
  BANK_STATEMENT: "银行流水",
  WORK_CERTIFICATE: "务工证明",
};

/** Whether a placement counts as proved on its own day: in the registry, and with standing evidence. */
export function isProved(one: {
  readonly verifiedCategory: string | null;
  readonly evidenceCount: number;
}): boolean {
  return one.verifiedCategory !== null && one.evidenceCount > 0;
}
