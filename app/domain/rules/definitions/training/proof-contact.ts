import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import type { Rule } from "../../rule";
import { proofVerdict } from "./proof-verdict";

const citation = QUJING_31.roster;

export const proofContact: Rule = {
  id: "training/proof-contact",
  title: "花名册：有联系方式",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["TRAINING"],
  parameters: [],
  check: proofVerdict("contact", "有联系方式", "缺联系方式", "联系方式"),
};
