import { ALWAYS } from "../../citations/own";
import { SHANGHAI_9 } from "../../citations/shanghai-2020-9";
import type { Rule } from "../../rule";
import { implementedBy } from "../implemented-by";

const citation = SHANGHAI_9.inYunnan;

export const potImplementedInYunnan: Rule = {
  id: "pot/implemented-in-yunnan",
  title: "培训资金由云南的单位实施",
  citation,
  effective: ALWAYS,
  severity: "warn",
  kinds: ["TRAINING"],
  parameters: [],
  check: ({ pot: { implementerRegion: region, implementerReason: reason } }) =>
    implementedBy({ region, reason }, "资金项目没有登记实施单位所在地"),
};
