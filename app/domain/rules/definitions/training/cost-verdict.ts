import type { TrainingFacts } from "../../../claims/facts";
import { fen, yuanText } from "../../../shared/fen";
import { money } from "../../inputs";
import { cannotTell, fail, pass, type Verdict } from "../../rule";

/** A standard for a person and a day or a month. */
interface CostStandard {
  /** Yuan. */
  readonly value: number;
  readonly source: string;
}

/** What the class costs for a person and a day (month) against the standard of its place. */
export function costVerdict(training: TrainingFacts, standard: CostStandard | null): Verdict {
  const unit = training.costUnit === "PERSON_MONTH" ? "每人每月" : "每人每天";
  const cost = money(`单位费用（${unit}）`, training.unitCostFen);
  if (training.unitCostFen === null) return cannotTell("没有登记单位费用", cost);
  const label = `标准（${unit}）`;
  if (standard === null) {
    return cannotTell(`没有录入培训费标准（${unit}）`, cost, { label, value: "没有录入" });
  }
  const limit = fen(Math.round(standard.value * 100));
  const inputs = [cost, { label, value: `${yuanText(limit)}（${standard.source}）` }];
  return training.unitCostFen <= limit
    ? pass("单位费用不超过标准", ...inputs)
    : fail(`${unit}超出标准 ${yuanText(fen(training.unitCostFen - limit))}`, ...inputs);
}
