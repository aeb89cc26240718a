import { yuanText } from "../../../shared/fen";
import { CHUXIONG_2 } from "../../citations/chuxiong-2020-2";
import { since } from "../../citations/own";
import { ofPost } from "../../of-kind";
import { pass, fail, type Rule } from "../../rule";

const citation = CHUXIONG_2.wages;

export const wagePaid: Rule = {
  id: "post/wage-paid",
  title: "工资已发放",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["POST"],
  parameters: [],
  check: ofPost(({ isPaid, paidFen }) =>
    isPaid ? pass(`已发放 ${yuanText(paidFen)}`) : fail("当月工资没有发放"),
  ),
};
