import type { ClaimFacts, EngagementFact } from "../../../claims/facts";
import type { CalendarDate } from "../../../shared/calendar-date";
import { period } from "../../inputs";
import { overlap } from "../../overlapping";
import { fail, pass, type Verdict } from "../../rule";

const WORDS: Readonly<Record<EngagementFact["kind"], string>> = {
  placement: "就业",
  class: "培训",
  post: "公共服务岗位",
};

/** Passes when nothing of these kinds has a day in common, but for what a person has looked at and found in order. */
export function noneBeside(
  { engagements }: ClaimFacts,
  days: { readonly from: CalendarDate; readonly to: CalendarDate },
  kinds: readonly EngagementFact["kind"][],
): Verdict {
  const looked = period("核对期间", days.from, days.to);
  const beside = engagements.filter((one) => kinds.includes(one.kind) && overlap(days, one));
  const open = beside.filter(({ isSettled }) => !isSettled);
  if (open.length > 0) {
    return fail(`同一段时间还有${listed(open)}，没有核对`, looked, ...open.map(asInput));
  }
  return beside.length === 0
    ? pass("同一段时间没有其他安排", looked)
    : pass(`同一段时间的${listed(beside)}已核对无误`, looked, ...beside.map(asInput));
}

const listed = (found: readonly EngagementFact[]) =>
  [...new Set(found.map(({ kind }) => WORDS[kind]))].join("、");

const asInput = ({ kind, from, to, sameCounty }: EngagementFact) =>
  period(`${WORDS[kind]}（${sameCounty ? "本县" : "其他县"}）`, from, to);
