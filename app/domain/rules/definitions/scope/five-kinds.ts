import { CLAIM_KIND_LABELS, toClaimKind } from "../../../claims/claim";
import { ALWAYS } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { fail, pass, type Rule } from "../../rule";

const citation = QUJING_31.kinds;

export const fiveKinds: Rule = {
  id: "scope/five-kinds",
  title: "补贴属于文件允许的五种方式",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [],
  check: ({ kind }) =>
    toClaimKind(kind) === null
      ? fail("申领的种类不在五种方式之内", { label: "申领种类", value: kind })
      : pass(`${CLAIM_KIND_LABELS[kind]}在五种方式之内`, {
          label: "申领种类",
          value: CLAIM_KIND_LABELS[kind],
        }),
};
