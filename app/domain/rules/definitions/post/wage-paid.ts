import { own, since } from "../../citations/own";
import { ofPost } from "../../of-kind";
import { money, wageMonth } from "../../inputs";
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
  check: ofPost(({ isPaid, paidFen, month }) => {
    const wage = money("实发工资", isPaid ? paidFen : null);
    return isPaid
      ? pass(`已发放 ${wage.value}`, wageMonth(month), wage)
      : fail("当月工资没有发放", wageMonth(month), wage);
  }),
};
