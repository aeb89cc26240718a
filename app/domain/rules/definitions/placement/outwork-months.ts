import { own, since } from "../../citations/own";
import type { Rule } from "../../rule";
import { provedMonthsReach } from "../placement/proved-months-reach";

const citation = own("文件没有写外出务工的月数，由当地标准确定");

export const outworkMonths: Rule = {
  id: "placement/outwork-months",
  title: "外出务工满规定月数",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["OUTWORK"],
  parameters: ["claim.outworkMinMonths"],
  check: provedMonthsReach("claim.outworkMinMonths"),
};
