/** The five ways 曲财农〔2020〕31号 四(三)1 names; there is no sixth. */
export type ClaimKind = "TRAINING" | "STABLE_EMPLOYMENT" | "AGENCY" | "POST" | "OUTWORK";

export const CLAIM_KIND_LABELS: Readonly<Record<ClaimKind, string>> = {
  TRAINING: "技能培训补贴",
  STABLE_EMPLOYMENT: "稳定就业补助",
  AGENCY: "劳务中介补助",
  POST: "公共服务岗位补贴",
  OUTWORK: "一次性外出就业补贴",
};

export const CLAIM_KINDS = Object.keys(CLAIM_KIND_LABELS) as readonly ClaimKind[];

/** Text from a form, a file or a table as a kind; null for whatever the white list does not name. */
export function toClaimKind(text: string): ClaimKind | null {
  return CLAIM_KINDS.find((kind) => kind === text) ?? null;
}

/** draft → submitted → reviewed → approved (by both offices) → paid; returned at any step before approval. */
export type ClaimState = "draft" | "submitted" | "returned" | "reviewed" | "approved" | "paid";

export const CLAIM_STATE_LABELS: Readonly<Record<ClaimState, string>> = {
  draft: "编制中",
  submitted: "待复核",
  returned: "已退回",
  reviewed: "待审批",
  approved: "已批准",
  paid: "已发放",
};

/** What one line is proved by: nothing is typed twice. */
export type ClaimSource = "ROSTER_LINE" | "PLACEMENT" | "WAGE_LINE";

export const CLAIM_SOURCE_LABELS: Readonly<Record<ClaimSource, string>> = {
  ROSTER_LINE: "培训花名册",
  PLACEMENT: "转移就业台账",
  WAGE_LINE: "岗位工资表",
};

export const SOURCE_OF_KIND: Readonly<Record<ClaimKind, ClaimSource>> = {
  TRAINING: "ROSTER_LINE",
  STABLE_EMPLOYMENT: "PLACEMENT",
  AGENCY: "PLACEMENT",
  POST: "WAGE_LINE",
  OUTWORK: "PLACEMENT",
};

export type ClaimUnit = "PERSON_DAY" | "PERSON_MONTH" | "PERSON";

export const CLAIM_UNIT_LABELS: Readonly<Record<ClaimUnit, string>> = {
  PERSON_DAY: "人·天",
  PERSON_MONTH: "人·月",
  PERSON: "人",
};
