import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import type { Rule } from "../../rule";
import { proofVerdict } from "./proof-verdict";

const citation = QUJING_31.roster;

export const proofIdNumber: Rule = {
  id: "training/proof-id-number",
  title: "花名册：有身份证号码",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["TRAINING"],
  parameters: [],
  check: proofVerdict("idNumber", "有身份证号码", "缺身份证号码", "身份证号码"),
};
