import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { ofTraining } from "../../of-kind";
import { fail, pass, type Rule } from "../../rule";

const citation = QUJING_31.bureau;

export const supervisedByBureau: Rule = {
  id: "training/supervised-by-bureau",
  title: "人社部门参加了培训监督",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["TRAINING"],
  parameters: [],
  check: ofTraining(({ supervisedByBureau }) =>
    supervisedByBureau ? pass("有人社部门的监督记录") : fail("没有人社部门的监督记录"),
  ),
};
