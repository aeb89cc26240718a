/** What the money of a pot may be spent on. */
export type PotPurpose = "LABOUR_TRANSFER" | "REIMBURSEMENT" | "OTHER";

export const POT_PURPOSE_LABELS: Readonly<Record<PotPurpose, string>> = {
  LABOUR_TRANSFER: "贫困劳动力转移就业",
  REIMBURSEMENT: "市本级报账资金",
  OTHER: "其他项目",
};

/** The six uses of the money the prefecture's bureau keeps (曲财农〔2020〕31号 四(三)3(3)), claims, and the rest. */
export type ExpenditureCategory =
  | "INFORMATION_SYSTEM"
  | "LABOUR_STATION"
  | "MATCHING"
  | "SEND_OFF"
  | "CADRE_TRAINING"
  | "OTHER_ALLOWED"
  | "SUBSIDY"
  | "TRAINING"
  | "RECRUITMENT"
  | "OTHER";

export const EXPENDITURE_CATEGORY_LABELS: Readonly<Record<ExpenditureCategory, string>> = {
  INFORMATION_SYSTEM: "转移就业信息化建设",
  LABOUR_STATION: "驻沪劳务工作站",
  MATCHING: "东西部劳务对接",
  SEND_OFF: "外出就业欢送会",
  CADRE_TRAINING: "人力资源干部扶贫培训班",
  OTHER_ALLOWED: "政策口径内的其他项目",
  SUBSIDY: "补贴发放",
  TRAINING: "培训支出",
  RECRUITMENT: "招聘支出",
  OTHER: "其他支出",
};

/** What a pot of each purpose may be spent on; of the reimbursement pot the six and nothing else. */
export const CATEGORIES_OF: Readonly<Record<PotPurpose, readonly ExpenditureCategory[]>> = {
  LABOUR_TRANSFER: ["SUBSIDY", "TRAINING", "RECRUITMENT", "OTHER"],
  REIMBURSEMENT: [
    "INFORMATION_SYSTEM",
    "LABOUR_STATION",
    "MATCHING",
    "SEND_OFF",
    "CADRE_TRAINING",
    "OTHER_ALLOWED",
  ],
  OTHER: ["OTHER"],
};

/** The steps that end a project, each after the one before (曲财农〔2020〕31号 四(三)3(4)). */
export const CLOSURE_STEPS = [
  "FINAL_ACCOUNTS",
  "PERFORMANCE",
  "ARCHIVE",
  "AUDIT",
  "ACCEPTANCE",
] as const;
export type ClosureStepKind = (typeof CLOSURE_STEPS)[number];

export const CLOSURE_STEP_LABELS: Readonly<Record<ClosureStepKind, string>> = {
  FINAL_ACCOUNTS: "项目决算报告",
  PERFORMANCE: "项目绩效报告",
  ARCHIVE: "项目档案材料",
  AUDIT: "同级审计",
  ACCEPTANCE: "组织验收",
};

/** The five elements that must stand for a change to be filed only (沪合组办〔2020〕9号 二(三)三). */
export const PROJECT_ELEMENTS = [
  "TOTAL",
  "PLACE",
  "CONTENT",
  "BENEFICIARIES",
  "MECHANISM",
] as const;
export type ProjectElement = (typeof PROJECT_ELEMENTS)[number];

export const PROJECT_ELEMENT_LABELS: Readonly<Record<ProjectElement, string>> = {
  TOTAL: "资金总量",
  PLACE: "实施地点",
  CONTENT: "建设内容",
  BENEFICIARIES: "受益对象",
  MECHANISM: "带贫机制",
};
