import { CHUXIONG_2 } from "../../citations/chuxiong-2020-2";
import { since } from "../../citations/own";
import { ofPost } from "../../of-kind";
import { pass, fail, type Rule } from "../../rule";

const citation = CHUXIONG_2.wages;

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
