import { own, since } from "../../citations/own";
import { ofPost } from "../../of-kind";
import { counted, wageMonth } from "../../inputs";
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
  check: ofPost(({ workedDays, absentDays, month }) => {
    const days = [counted("出勤", workedDays, "天"), counted("缺勤", absentDays, "天")];
    return workedDays > 0
      ? pass(`出勤 ${workedDays} 天`, wageMonth(month), ...days)
      : fail("当月没有出勤", wageMonth(month), ...days);
  }),
};
