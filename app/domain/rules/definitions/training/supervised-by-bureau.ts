import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { ofTraining } from "../../of-kind";
import { period, yesNo } from "../../inputs";
import { passIf, type Rule } from "../../rule";

const citation = QUJING_31.bureau;

export const supervisedByBureau: Rule = {
  id: "training/supervised-by-bureau",
  title: "人社部门参加了培训监督",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["TRAINING"],
  parameters: [],
  check: ofTraining(({ supervisedByBureau: is, startsOn, endsOn }) =>
    passIf(
      is,
      "有人社部门的监督记录",
      "没有人社部门的监督记录",
      yesNo("人社部门监督记录", is),
      period("培训日期", startsOn, endsOn),
    ),
  ),
};
