/** 开班备案: filled in by the county, approved by another person before the first day. */
export type FilingState = "draft" | "submitted" | "returned" | "approved";

export const FILING_STATE_LABELS: Readonly<Record<FilingState, string>> = {
  draft: "未报送",
  submitted: "待审批",
  returned: "已退回",
  approved: "已批准开班",
};

/** 普通, 订单式, 定向式 (闵府办发〔2022〕15号 14、15). */
export type Commissioning = "ORDINARY" | "COMMISSIONED" | "DIRECTED";

export const COMMISSIONING_LABELS: Readonly<Record<Commissioning, string>> = {
  ORDINARY: "普通培训",
  COMMISSIONED: "订单式培训",
  DIRECTED: "定向式培训",
};

/** Whom the class is for; the documents count some groups apart. */
export type Audience = "LABOUR" | "LEADER" | "RETURNED_GRADUATE" | "VOCATIONAL_STUDENT";

export const AUDIENCE_LABELS: Readonly<Record<Audience, string>> = {
  LABOUR: "农村劳动力",
  LEADER: "致富带头人",
  RETURNED_GRADUATE: "返乡大学生",
  VOCATIONAL_STUDENT: "在沪职业院校学生",
};
