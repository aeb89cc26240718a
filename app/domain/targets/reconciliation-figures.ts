/** Of which months of the year a sum is, and which have not both figures (1 to 12). */
export interface CountedMonths {
  readonly months: readonly number[];
  readonly missing: readonly number[];
}

/** 双方都有数的 4 月、5 月合计；1 月、2 月、3 月未计入 */
export function countedMonthsWords({ months, missing }: CountedMonths): string {
  const named = (numbers: readonly number[]) => numbers.map((number) => `${number} 月`).join("、");
  const counted =
    months.length === 0 ? "尚无双方都有数的月份" : `双方都有数的 ${named(months)}合计`;
  return missing.length === 0 ? counted : `${counted}；${named(missing)}尚缺一方或双方数字，未计入`;
}

/** The county's figure less the district's, as paper and file say it. */
export function differenceWords(county: number | null, district: number | null): string {
  if (county === null || district === null) return "一方未填，暂不能比较";
  const difference = county - district;
  if (difference === 0) return "双方一致";
  return `县方${difference > 0 ? "多" : "少"} ${Math.abs(difference)} 人`;
}
