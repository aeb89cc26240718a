import { fen, type Fen } from "~/domain/shared/fen";

/** 每人每日 or 每人每月: what a unit cost is counted by. */
export type CostUnit = "personDay" | "personMonth";

export const COST_UNIT_LABELS: Readonly<Record<CostUnit, string>> = {
  personDay: "每人每日",
  personMonth: "每人每月",
};

/** The word after the quantity: 10 天, 3 个月. */
export const COST_QUANTITY_WORDS: Readonly<Record<CostUnit, string>> = {
  personDay: "天",
  personMonth: "个月",
};

export interface CostBasis {
  /** For one person and one day or month. */
  readonly unitCostFen: Fen;
  /** Days or months, with at most one decimal. */
  readonly quantity: number;
  readonly headcount: number;
}

/**
 * What a class costs: unit cost × days or months × persons, rounded to the fen. The arithmetic of the
 * annexes of 曲财农〔2020〕31号 四(四): 600 元 × 10 日 × 40 人, 8000 元 × 12 个月 × 15 人.
 */
export function classBudget({ unitCostFen, quantity, headcount }: CostBasis): Fen {
  const tenths = Math.round(quantity * 10);
  return fen(Math.round((unitCostFen * tenths * headcount) / 10));
}
