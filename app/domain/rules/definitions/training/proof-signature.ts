import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import type { Rule } from "../../rule";
import { proofVerdict } from "./proof-verdict";

const citation = QUJING_31.roster;

export const proofSignature: Rule = {
  id: "training/proof-signature",
  title: "花名册：本人签字",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["TRAINING"],
  parameters: [],
  check: proofVerdict("signature", "本人已签字", "缺本人签字", "本人签字"),
};
