import { own, since } from "../../citations/own";
import type { Rule } from "../../rule";
import { provedMonthsReach } from "../placement/proved-months-reach";

const citation = own("文件没有写稳定就业的月数，由当地标准确定");

export const placementStableMonths: Rule = {
  id: "placement/stable-months",
  title: "稳定就业满规定月数",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["STABLE_EMPLOYMENT"],
  parameters: ["claim.stableMinMonths"],
  check: provedMonthsReach("claim.stableMinMonths"),
};
