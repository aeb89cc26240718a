import { TERM_MONTHS } from "../../../posts/term";
import { monthsEnd, wholeMonths } from "../../../shared/months";
import { since } from "../../citations/own";
import { SHANGHAI_9 } from "../../citations/shanghai-2020-9";
import { ofPost } from "../../of-kind";
import { period } from "../../inputs";
import { fail, pass, type Rule } from "../../rule";

const citation = SHANGHAI_9.postTerm;

/** Posts with no real gap between them count as one; what a gap is says post.gapDays. */
export const chainWithinLimits: Rule = {
  id: "post/chain-within-limits",
  title: "连续聘用合计不超过 6 个月",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["POST"],
  parameters: ["post.gapDays"],
  thresholds: [
    { label: "连续聘用合计最长", value: `${TERM_MONTHS.most} 个月`, source: TERM_MONTHS.citation },
  ],
  check: ofPost(({ chainFrom, chainTo }) => {
    const latest = monthsEnd(chainFrom, TERM_MONTHS.most);
    const days = period("连续聘用", chainFrom, chainTo);
    return chainTo <= latest
      ? pass(`连续聘用 ${wholeMonths(chainFrom, chainTo)} 个整月`, days)
      : fail(`连续聘用超过 ${TERM_MONTHS.most} 个月，最晚到 ${latest}`, days);
  }),
};
