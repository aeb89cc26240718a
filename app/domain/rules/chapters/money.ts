import { amount } from "../definitions/money/amount";
import { personYearCeiling } from "../definitions/money/person-year-ceiling";
import { quantityProved } from "../definitions/money/quantity-proved";
import { rateAgrees } from "../definitions/money/rate-agrees";
import { rateInForce } from "../definitions/money/rate-in-force";
import { withinWindow } from "../definitions/money/within-window";
import type { Rule } from "../rule";

export const MONEY_RULES: readonly Rule[] = [
  rateInForce,
  rateAgrees,
  amount,
  quantityProved,
  personYearCeiling,
  withinWindow,
];
