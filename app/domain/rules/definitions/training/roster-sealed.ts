import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { ofTraining } from "../../of-kind";
import { fail, pass, type Rule } from "../../rule";

const citation = QUJING_31.traces;

export const rosterSealed: Rule = {
  id: "training/roster-sealed",
  title: "花名册已封存",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["TRAINING"],
  parameters: [],
  check: ofTraining(({ isSealed }) =>
    isSealed ? pass("花名册已封存") : fail("花名册没有封存，内容还可能变动"),
  ),
};
