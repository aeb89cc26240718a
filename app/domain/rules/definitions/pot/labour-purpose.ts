import { POT_PURPOSE_LABELS } from "../../../funds/pot";
import { ALWAYS } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { fail, pass, type Rule } from "../../rule";

const citation = QUJING_31.kinds;

export const labourPurpose: Rule = {
  id: "pot/labour-purpose",
  title: "资金用途是贫困劳动力转移就业",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [],
  check: ({ pot: { purpose } }) => {
    const used = { label: "资金用途", value: POT_PURPOSE_LABELS[purpose] };
    return purpose === "OTHER"
      ? fail(`资金用途是“${used.value}”`, used)
      : pass(`资金用途：${used.value}`, used);
  },
};
