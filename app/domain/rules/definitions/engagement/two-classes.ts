import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { ofTraining } from "../../of-kind";
import type { Rule } from "../../rule";
import { noneBeside } from "./none-beside";

const citation = QUJING_31.traces;

export const twoClasses: Rule = {
  id: "engagement/two-classes",
  title: "没有同时参加两个培训班",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["TRAINING"],
  parameters: [],
  check: ofTraining(({ startsOn, endsOn }, facts) =>
    noneBeside(facts, { from: startsOn, to: endsOn }, ["class"]),
  ),
};
