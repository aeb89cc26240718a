import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { ofTraining } from "../../of-kind";
import { fail, pass, type Rule } from "../../rule";

const citation = QUJING_31.supervision;

export const supervisedBySecondedOfficial: Rule = {
  id: "training/supervised-by-seconded-official",
  title: "援滇干部参加了培训监督",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["TRAINING"],
  parameters: [],
  check: ofTraining(({ supervisedBySecondedOfficial }) =>
    supervisedBySecondedOfficial ? pass("有援滇干部的监督记录") : fail("没有援滇干部的监督记录"),
  ),
};
