import { CHUXIONG_2 } from "../../citations/chuxiong-2020-2";
import { since } from "../../citations/own";
import type { Rule } from "../../rule";
import { noneBeside } from "./none-beside";

const citation = CHUXIONG_2.wages;

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
