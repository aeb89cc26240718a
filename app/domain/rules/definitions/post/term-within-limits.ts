import { judgeTerm, TERM_MONTHS } from "../../../posts/term";
import { since } from "../../citations/own";
import { SHANGHAI_9 } from "../../citations/shanghai-2020-9";
import { ofPost } from "../../of-kind";
import { period } from "../../inputs";
import { fail, pass, type Rule } from "../../rule";

const citation = SHANGHAI_9.postTerm;

export const termWithinLimits: Rule = {
  id: "post/term-within-limits",
  title: "岗位任期不超过 6 个月",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["POST"],
  parameters: [],
  thresholds: [
    { label: "一次聘用最长", value: `${TERM_MONTHS.most} 个月`, source: TERM_MONTHS.citation },
  ],
  check: ofPost(({ startsOn, endsOn }) => {
    const term = judgeTerm(startsOn, endsOn);
    const days = period("任期", startsOn, endsOn);
    switch (term.kind) {
      case "backwards":
        return fail("任期起止日颠倒", days);
      case "tooLong":
        return fail(`任期超过 ${TERM_MONTHS.most} 个月，最晚到 ${term.latest}`, days);
      case "short":
      case "fits":
        return pass(`任期 ${term.months} 个整月`, days);
    }
  }),
};
