import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import type { Rule } from "../../rule";
import { proofVerdict } from "./proof-verdict";

const citation = QUJING_31.roster;

export const proofVerified: Rule = {
  id: "training/proof-verified",
  title: "花名册：已查验脱贫状态",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["TRAINING"],
  parameters: [],
  check: proofVerdict(
    "verified",
    "已在建档立卡大数据平台查验",
    "没有查验脱贫状态",
    "脱贫状态的查验",
  ),
};
