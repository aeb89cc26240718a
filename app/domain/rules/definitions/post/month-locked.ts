import { own, since } from "../../citations/own";
import { ofPost } from "../../of-kind";
import { isOrNot, wageMonth } from "../../inputs";
import { passIf, type Rule } from "../../rule";

const citation = own(
  "工资没有按月核清的不补贴；楚沪滇组发〔2020〕2号 二(五) 把岗位工资发放不严列为问题",
);

export const monthLocked: Rule = {
  id: "post/month-locked",
  title: "工资月份已锁定",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["POST"],
  parameters: [],
  check: ofPost(({ isLocked: is, month }) =>
    passIf(is, "当月工资已锁定", "当月工资没有锁定", wageMonth(month), isOrNot("工资已锁定", is)),
  ),
};
