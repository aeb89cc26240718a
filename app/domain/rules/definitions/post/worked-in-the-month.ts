import { own, since } from "../../citations/own";
import { ofPost } from "../../of-kind";
import { fail, pass, type Rule } from "../../rule";

const citation = own(
  "工资没有按月核清的不补贴；楚沪滇组发〔2020〕2号 二(五) 把岗位工资发放不严列为问题",
);

export const workedInTheMonth: Rule = {
  id: "post/worked-in-the-month",
  title: "当月有出勤",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["POST"],
  parameters: [],
  check: ofPost(({ workedDays, absentDays }) => {
    const absent = { label: "缺勤", value: `${absentDays} 天` };
    return workedDays > 0 ? pass(`出勤 ${workedDays} 天`, absent) : fail("当月没有出勤", absent);
  }),
};
