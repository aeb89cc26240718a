import { own, since } from "../../citations/own";
import { ofPost } from "../../of-kind";
import { overlap } from "../../overlapping";
import { period } from "../../inputs";
import { fail, pass, type Rule } from "../../rule";

const citation = own("任期以外的月份没有岗位，不补贴");

export const monthWithinTerm: Rule = {
  id: "post/month-within-term",
  title: "工资月份在任期之内",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["POST"],
  parameters: [],
  check: ofPost(({ startsOn, endsOn, leftOn }, { periodFrom, periodTo }) => {
    const held = { from: startsOn, to: leftOn ?? endsOn };
    const days = [period("在岗", held.from, held.to), period("工资期间", periodFrom, periodTo)];
    return overlap({ from: periodFrom, to: periodTo }, held)
      ? pass("当月在岗", ...days)
      : fail("当月不在任期之内", ...days);
  }),
};
