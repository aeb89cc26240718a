import type { ParameterInForce } from "~/domain/rules/parameter";
import { fen, yuanText, type Fen } from "~/domain/shared/fen";
import { classBudget, COST_QUANTITY_WORDS, COST_UNIT_LABELS, type CostUnit } from "./class-budget";
import type { ClassFinding } from "./class-findings";

export interface CostFacts {
  readonly unit: CostUnit;
  /** Days or months. */
  readonly quantity: number | null;
  readonly unitCostFen: Fen | null;
  readonly budgetFen: Fen | null;
  readonly plannedHeadcount: number | null;
  /** Days on which a session stands in the timetable; 0 before there is one. */
  readonly taughtDays: number;
  /** 上海市 or 云南省: where it is taught, which decides the standard. */
  readonly placeName: string;
  /** Yuan for a person and a day or month, in force on the first day at the place of training. */
  readonly standard: ParameterInForce | null;
}

const STANDARD_CLAUSE = "沪合组办〔2020〕9号 二（三）；曲财农〔2020〕31号 二";

/** `headcount` is the roster's, null before there is one: fewer came than were budgeted for. */
export function costFindings(facts: CostFacts, headcount: number | null): ClassFinding[] {
  return [
    ...standardFindings(facts),
    ...budgetFindings(facts, headcount),
    ...taughtDaysFindings(facts),
  ];
}

/** Money for more days than are taught: Sundays and journeys may explain it, so it is a reminder. */
function taughtDaysFindings({ unit, quantity, taughtDays }: CostFacts): ClassFinding[] {
  if (unit !== "personDay" || quantity === null || taughtDays === 0) return [];
  if (quantity <= taughtDays) return [];
  const what = `按 ${quantity} 天计费，课程表上只有 ${taughtDays} 天有课`;
  return [{ id: "cost.days", severity: "warning", what, citation: null, mendedAt: "sessions" }];
}

function standardFindings({ unit, unitCostFen, placeName, standard }: CostFacts): ClassFinding[] {
  if (standard === null || unitCostFen === null) return [];
  const limit = fen(Math.round(standard.value * 100));
  if (unitCostFen <= limit) return [];
  const what = `${COST_UNIT_LABELS[unit]} ${yuanText(unitCostFen)}，超过${placeName}标准 ${yuanText(limit)}`;
  const source = standard.source === null ? "" : `；标准依据：${standard.source}`;
  const citation = `${STANDARD_CLAUSE}${source}`;
  return [{ id: "cost.standard", severity: "error", what, citation, mendedAt: "filing" }];
}

function budgetFindings(facts: CostFacts, headcount: number | null): ClassFinding[] {
  const { unit, quantity, unitCostFen, budgetFen, plannedHeadcount } = facts;
  const shared = { citation: null, mendedAt: "filing" as const };
  if (
    quantity === null ||
    unitCostFen === null ||
    budgetFen === null ||
    plannedHeadcount === null
  ) {
    const what = "没有填全计划人数、单位费用、天（月）数和班次预算，预算无法核对";
    return [{ ...shared, id: "cost.incomplete", severity: "warning", what }];
  }
  const found: ClassFinding[] = [];
  const formula = (persons: number) =>
    `${yuanText(unitCostFen)} × ${quantity} ${COST_QUANTITY_WORDS[unit]} × ${persons} 人`;
  const computed = classBudget({ unitCostFen, quantity, headcount: plannedHeadcount });
  if (computed !== budgetFen) {
    const what = `班次预算 ${yuanText(budgetFen)}，按 ${formula(plannedHeadcount)} 应为 ${yuanText(computed)}`;
    found.push({ ...shared, id: "cost.budget", severity: "error", what });
  }
  if (headcount !== null && headcount > 0 && headcount < plannedHeadcount) {
    const actual = yuanText(classBudget({ unitCostFen, quantity, headcount }));
    const what = `花名册 ${headcount} 人，少于计划 ${plannedHeadcount} 人；按实际人数为 ${formula(headcount)} = ${actual}`;
    found.push({ ...shared, id: "cost.fewerTrainees", severity: "warning", what });
  }
  return found;
}
