import { since } from "../../citations/own";
import { SHANGHAI_9 } from "../../citations/shanghai-2020-9";
import { ofTraining } from "../../of-kind";
import type { Rule } from "../../rule";
import { implementedBy } from "../implemented-by";

const citation = SHANGHAI_9.inYunnan;

export const trainingImplementedInYunnan: Rule = {
  id: "training/implemented-in-yunnan",
  title: "培训由云南的单位实施",
  citation,
  effective: since(citation),
  severity: "warn",
  kinds: ["TRAINING"],
  parameters: [],
  check: ofTraining(({ implementerRegion: region, implementerReason: reason }) =>
    implementedBy({ region, reason }, "没有登记培训实施单位所在地"),
  ),
};
