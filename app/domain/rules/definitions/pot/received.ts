import { fen, yuanText } from "../../../shared/fen";
import { ALWAYS, own } from "../../citations/own";
import { fail, pass, type Rule } from "../../rule";

const citation = own("钱没有到账，批准了也发不出去");

export const received: Rule = {
  id: "pot/received",
  title: "资金已经到账",
  citation,
  effective: ALWAYS,
  severity: "warn",
  kinds: [],
  parameters: [],
  check: ({ pot: { receivedFen, committedFen, batchFen } }) => {
    const needed = fen(committedFen + batchFen);
    const inputs = [
      { label: "到账", value: yuanText(receivedFen) },
      { label: "已安排和本批次", value: yuanText(needed) },
    ];
    return needed <= receivedFen
      ? pass("到账资金足够", ...inputs)
      : fail(`到账资金还差 ${yuanText(fen(needed - receivedFen))}`, ...inputs);
  },
};
