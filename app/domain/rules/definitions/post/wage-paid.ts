import { yuanText } from "../../../shared/fen";
import { own, since } from "../../citations/own";
import { ofPost } from "../../of-kind";
import { fail, pass, type Rule } from "../../rule";

const citation = own(
  "工资没有按月核清的不补贴；楚沪滇组发〔2020〕2号 二(五) 把岗位工资发放不严列为问题",
);

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
