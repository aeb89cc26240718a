import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { ofTraining } from "../../of-kind";
import { yesNo } from "../../inputs";
import { passIf, type Rule } from "../../rule";

const citation = QUJING_31.roster;

export const completed: Rule = {
  id: "training/completed",
  title: "已结业",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["TRAINING"],
  parameters: [],
  check: ofTraining(({ isCompleted: is }) =>
    passIf(is, "已结业", "没有结业", yesNo("结业记录", is)),
  ),
};
