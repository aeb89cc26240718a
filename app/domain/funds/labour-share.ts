import { fen, type Fen } from "../shared/fen";
import { rateOf, type Rate } from "./rates";

export interface LabourShare {
  readonly year: number;
  readonly rate: Rate;
  /** Null: nothing is known of the year before. */
  readonly hasFallen: boolean | null;
}

/**
 * The share of labour cooperation in each year's money, oldest year first; from 2020 on it is not to fall from year
 * to year (沪松合组办〔2021〕8号 (五)). Shares are compared multiplied out.
 */
export function labourShares(
  money: readonly { readonly year: number; readonly isLabour: boolean; readonly amountFen: Fen }[],
): readonly LabourShare[] {
  const years = [...new Set(money.map(({ year }) => year))].sort((a, b) => a - b);
  const rates = new Map(years.map((year) => [year, rateOfYear(year)]));
  return [...rates].map(([year, rate]) => {
    const before = rates.get(year - 1);
    return { year, rate, hasFallen: before === undefined ? null : isLess(rate, before) };
  });

  function rateOfYear(year: number): Rate {
    const ofYear = money.filter((one) => one.year === year);
    return rateOf(total(ofYear.filter(({ isLabour }) => isLabour)), total(ofYear));
  }
}

function isLess(rate: Rate, other: Rate): boolean | null {
  if (rate.denominator === 0 || other.denominator === 0) return null;
  return (
    BigInt(rate.numerator) * BigInt(other.denominator) <
    BigInt(other.numerator) * BigInt(rate.denominator)
  );
}

function total(amounts: readonly { readonly amountFen: Fen }[]): Fen {
  return fen(amounts.reduce((sum, { amountFen }) => sum + amountFen, 0));
}
