import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { ofTraining } from "../../of-kind";
import { period, yesNo } from "../../inputs";
import { passIf, type Rule } from "../../rule";

const citation = QUJING_31.supervision;

export const supervisedBySecondedOfficial: Rule = {
  id: "training/supervised-by-seconded-official",
  title: "援滇干部参加了培训监督",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["TRAINING"],
  parameters: [],
  check: ofTraining(({ supervisedBySecondedOfficial: is, startsOn, endsOn }) =>
    passIf(
      is,
      "有援滇干部的监督记录",
      "没有援滇干部的监督记录",
      yesNo("援滇干部监督记录", is),
      period("培训日期", startsOn, endsOn),
    ),
  ),
};
