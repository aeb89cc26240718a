import { fen, yuanText } from "../../../shared/fen";
import { ALWAYS } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { fail, pass, type Rule } from "../../rule";

const citation = QUJING_31.amounts;

export const withinCeiling: Rule = {
  id: "pot/within-ceiling",
  title: "资金够支付本批次",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [],
  check: ({ pot: { amountFen, committedFen, batchFen } }) => {
    const left = fen(amountFen - committedFen);
    const formula = `${yuanText(amountFen)} − ${yuanText(committedFen)} = ${yuanText(left)}`;
    const inputs = [
      { label: "可用资金", value: formula },
      { label: "本批次", value: yuanText(batchFen) },
    ];
    return batchFen <= left
      ? pass("可用资金足够", ...inputs)
      : fail(`可用资金还差 ${yuanText(fen(batchFen - left))}`, ...inputs);
  },
};
