import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import type { Rule } from "../../rule";
import { proofVerdict } from "./proof-verdict";

const citation = QUJING_31.roster;

export const proofFingerprint: Rule = {
  id: "training/proof-fingerprint",
  title: "花名册：本人按手印",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["TRAINING"],
  parameters: [],
  check: proofVerdict("fingerprint", "本人已按手印", "缺手印", "本人手印"),
};
