import { fen, type Fen } from "../shared/fen";
import { rateOf, type Rate } from "./rates";

export interface LabourShare {
  readonly year: number;
  readonly rate: Rate;
  /** The last year before of which something is known; null: none is. */
  readonly previousYear: number | null;
  /** Against that year; null: there is none. */
  readonly hasFallen: boolean | null;
  /** Against 2020, from which the document counts; null: of it nothing is known, or it is 2020 itself. */
  readonly isBelow2020: boolean | null;
}

/**
 * The share of labour cooperation in each year's money, oldest year first; from 2020 on it is not to fall from year
 * to year (沪松合组办〔2021〕8号 (五)). Shares are compared multiplied out.
 */
export function labourShares(
  money: readonly { readonly year: number; readonly isLabour: boolean; readonly amountFen: Fen }[],
): readonly LabourShare[] {
  const years = [...new Set(money.map(({ year }) => year))].sort((a, b) => a - b);
  const rates = years.map((year) => ({ year, rate: rateOfYear(year) }));
  const known = rates.filter(({ rate }) => rate.denominator > 0);
  const first = known.find(({ year }) => year === BASE_YEAR);
  return rates.map(({ year, rate }) => {
    const before = known.findLast((one) => one.year < year);
    return {
      ...{ year, rate, previousYear: before?.year ?? null },
      hasFallen: before === undefined ? null : isLess(rate, before.rate),
      isBelow2020: first === undefined || year <= BASE_YEAR ? null : isLess(rate, first.rate),
    };
  });

  function rateOfYear(year: number): Rate {
    const ofYear = money.filter((one) => one.year === year);
    return rateOf(total(ofYear.filter(({ isLabour }) => isLabour)), total(ofYear));
  }
}

/** 以2020年为基础. */
const BASE_YEAR = 2020;

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
