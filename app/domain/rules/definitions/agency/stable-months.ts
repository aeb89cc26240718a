import { own, since } from "../../citations/own";
import type { Rule } from "../../rule";
import { provedMonthsReach } from "../placement/proved-months-reach";

const citation = own("文件没有写中介补助要求的月数，由当地标准确定");

export const agencyStableMonths: Rule = {
  id: "agency/stable-months",
  title: "中介输出的人员稳定就业满规定月数",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["AGENCY"],
  parameters: ["claim.agencyMinMonths"],
  check: provedMonthsReach("claim.agencyMinMonths"),
};
