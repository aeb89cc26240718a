import type { Rate } from "../../../funds/rates";
import { yuanText } from "../../../shared/fen";
import { since } from "../../citations/own";
import { SONGJIANG_8 } from "../../citations/songjiang-2021-8";
import type { FundRule } from "../../fund-rule";
import { cannotTell, fail, pass } from "../../rule";

const citation = SONGJIANG_8.labourShare;

/** Of the year in the whole area, not of this pot alone. */
export const labourShareKept: FundRule = {
  id: "fund/labour-share-kept",
  title: "劳务协作在当年资金中的比重没有下降",
  citation,
  effective: since(citation),
  severity: "warn",
  parameters: [],
  appliesTo: ({ isLabour }) => isLabour,
  check: ({ labourShare }) => {
    const share = {
      label: "当年比重",
      value: labourShare === null ? "没有" : text(labourShare.rate),
    };
    if (labourShare === null) return cannotTell("当年没有录入下达表，比重无从计算", share);
    const { year, previousYear, hasFallen, isBelow2020 } = labourShare;
    const compared = {
      label: "上一个有下达表的年度",
      value: previousYear === null ? "没有" : `${previousYear} 年`,
    };
    if (hasFallen === true)
      return fail(`${year} 年比 ${previousYear ?? ""} 年下降`, share, compared);
    if (isBelow2020 === true) return fail(`${year} 年低于 2020 年`, share, compared);
    return hasFallen === null && isBelow2020 === null
      ? cannotTell("没有以前年度的下达表，无从比较", share, compared)
      : pass(`${year} 年没有下降`, share, compared);
  },
};

const text = ({ numerator, denominator }: Rate): string =>
  `${yuanText(numerator)} ÷ ${yuanText(denominator)}`;
