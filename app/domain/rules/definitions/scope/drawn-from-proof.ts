import { CLAIM_SOURCE_LABELS, SOURCE_OF_KIND } from "../../../claims/claim";
import { ALWAYS } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { fail, pass, type Rule } from "../../rule";

const citation = QUJING_31.traces;

export const drawnFromProof: Rule = {
  id: "scope/drawn-from-proof",
  title: "申领由已核实的台账生成，不是手工填写",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [],
  check: ({ kind, sourceKind }) => {
    const wanted = CLAIM_SOURCE_LABELS[SOURCE_OF_KIND[kind]];
    const source = { label: "来源台账", value: CLAIM_SOURCE_LABELS[sourceKind] };
    return SOURCE_OF_KIND[kind] === sourceKind
      ? pass(`由${wanted}生成`, source)
      : fail(`应由${wanted}生成，实际来自${source.value}`, source);
  },
};
