import { own, since } from "../../citations/own";
import { ofPlacement } from "../../of-kind";
import { counted } from "../../inputs";
import { fail, pass, type Rule } from "../../rule";

const citation = own("没有佐证的就业不补贴；楚沪滇组发〔2020〕2号 五(二) 要求佐证经得起检查");

export const hasEvidence: Rule = {
  id: "placement/has-evidence",
  title: "就业有佐证材料",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["STABLE_EMPLOYMENT", "AGENCY", "OUTWORK"],
  parameters: [],
  check: ofPlacement(({ evidenceCount }) => {
    const found = counted("佐证材料", evidenceCount, "份");
    return evidenceCount > 0
      ? pass(`有佐证材料 ${found.value}`, found)
      : fail("没有佐证材料", found);
  }),
};
