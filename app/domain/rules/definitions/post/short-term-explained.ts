import { judgeTerm, TERM_MONTHS } from "../../../posts/term";
import { since } from "../../citations/own";
import { SHANGHAI_9 } from "../../citations/shanghai-2020-9";
import { ofPost } from "../../of-kind";
import { period, recorded } from "../../inputs";
import { fail, pass, type Rule } from "../../rule";

const citation = SHANGHAI_9.postTerm;

export const shortTermExplained: Rule = {
  id: "post/short-term-explained",
  title: "任期不足 3 个月的说明了原因",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["POST"],
  parameters: [],
  thresholds: [
    {
      label: "任期最短（更短的要写明原因）",
      value: `${TERM_MONTHS.least} 个月`,
      source: TERM_MONTHS.citation,
    },
  ],
  check: ofPost(({ startsOn, endsOn, shortReason }) => {
    const term = judgeTerm(startsOn, endsOn);
    const days = period("任期", startsOn, endsOn);
    if (term.kind !== "short") return pass(`任期不少于 ${TERM_MONTHS.least} 个月`, days);
    const reason = recorded("原因", shortReason);
    return shortReason === ""
      ? fail(
          `任期 ${term.months} 个整月，不足 ${TERM_MONTHS.least} 个月，没有写明原因`,
          days,
          reason,
        )
      : pass(`任期不足 ${TERM_MONTHS.least} 个月，原因：${shortReason}`, days, reason);
  }),
};
