import { CHUXIONG_2 } from "../../citations/chuxiong-2020-2";
import { since } from "../../citations/own";
import { ofPlacement } from "../../of-kind";
import { pass, fail, type Rule } from "../../rule";

const citation = CHUXIONG_2.evidence;

export const hasEvidence: Rule = {
  id: "placement/has-evidence",
  title: "就业有佐证材料",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["STABLE_EMPLOYMENT", "AGENCY", "OUTWORK"],
  parameters: [],
  check: ofPlacement(({ evidenceCount }) =>
    evidenceCount > 0 ? pass(`有佐证材料 ${evidenceCount} 份`) : fail("没有佐证材料"),
  ),
};
