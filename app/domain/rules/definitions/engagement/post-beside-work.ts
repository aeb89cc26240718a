import { CHUXIONG_2 } from "../../citations/chuxiong-2020-2";
import { since } from "../../citations/own";
import type { Rule } from "../../rule";
import { noneBeside } from "./none-beside";

const citation = CHUXIONG_2.wages;

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
