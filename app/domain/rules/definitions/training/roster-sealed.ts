import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { ofTraining } from "../../of-kind";
import { isOrNot } from "../../inputs";
import { passIf, type Rule } from "../../rule";

const citation = QUJING_31.traces;

export const rosterSealed: Rule = {
  id: "training/roster-sealed",
  title: "花名册已封存",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["TRAINING"],
  parameters: [],
  check: ofTraining(({ isSealed: is }) =>
    passIf(is, "花名册已封存", "花名册没有封存，内容还可能变动", isOrNot("花名册已封存", is)),
  ),
};
