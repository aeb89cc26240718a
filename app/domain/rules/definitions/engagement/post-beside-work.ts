import { own, since } from "../../citations/own";
import type { Rule } from "../../rule";
import { noneBeside } from "./none-beside";

const citation = own("同一段时间只有一份工作受补贴，重叠的要先核对");

export const postBesideWork: Rule = {
  id: "engagement/post-beside-work",
  title: "在公共服务岗位期间没有其他工作",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["POST"],
  parameters: [],
  check: (facts) =>
    noneBeside(facts, { from: facts.periodFrom, to: facts.periodTo }, ["placement", "post"]),
};
