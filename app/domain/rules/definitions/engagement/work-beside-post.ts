import { own, since } from "../../citations/own";
import type { Rule } from "../../rule";
import { noneBeside } from "./none-beside";

const citation = own("同一段时间只有一份工作受补贴，重叠的要先核对");

export const workBesidePost: Rule = {
  id: "engagement/work-beside-post",
  title: "转移就业期间没有公共服务岗位",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["STABLE_EMPLOYMENT", "AGENCY", "OUTWORK"],
  parameters: [],
  check: (facts) => noneBeside(facts, { from: facts.periodFrom, to: facts.periodTo }, ["post"]),
};
