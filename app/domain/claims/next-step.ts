import type { ClaimState } from "./claim";

/** What the sentence at the top of a claim is made from. */
export interface ClaimStanding {
  readonly state: ClaimState;
  readonly lineCount: number;
  readonly check: {
    readonly blockedLines: number;
    readonly warnedLines: number;
    readonly isStale: boolean;
  } | null;
  /** Whether the office has approved. */
  readonly hrss: boolean;
  readonly poverty: boolean;
}

export interface NextStep {
  readonly kind: "info" | "warning" | "success";
  /** What is to be done next and by whom, or why it cannot be done. */
  readonly text: string;
}

export function nextStep(claim: ClaimStanding): NextStep {
  switch (claim.state) {
    case "draft":
    case "returned":
      return beforeSubmission(claim);
    case "submitted":
      return info("已报送：等县级复核人复核，编制和报送的人不能复核。");
    case "reviewed":
      return info(`已复核：等${missingOffices(claim)}审批，先后不限。`);
    case "approved":
      return info("两个部门已批准，资金已占用：等财务人员送银行发放并登记回盘。");
    case "paid":
      return { kind: "success", text: "全部明细已发放或已停发；以后发现不符合的，提出追回。" };
  }
}

function beforeSubmission({ lineCount, check }: ClaimStanding): NextStep {
  if (lineCount === 0) return warning("本批没有明细，不能报送：重新取数，或撤销本批。");
  if (check === null) return warning("还没有核查，不能报送：先核查，看清哪些明细有问题。");
  if (check.isStale) return info("上次核查之后改动过：报送时会重新核查，也可以先点“核查”看结论。");
  if (check.blockedLines > 0) {
    return warning(
      `${check.blockedLines} 条明细不能报送：逐条看清原因，补齐台账或标准后重新核查，确实不符合的写明原因移出。`,
    );
  }
  if (check.warnedLines > 0) {
    return info(`没有不能报送的明细；${check.warnedLines} 条有提示，报送时写明情况说明。`);
  }
  return { kind: "success", text: "核查全部符合，可以报送。" };
}

function missingOffices({ hrss, poverty }: ClaimStanding): string {
  const missing = [hrss ? "" : "人社部门", poverty ? "" : "扶贫（沪滇协作）部门"];
  return missing.filter((office) => office !== "").join("和");
}

const info = (text: string): NextStep => ({ kind: "info", text });
const warning = (text: string): NextStep => ({ kind: "warning", text });
