import { own, since } from "../../citations/own";
import { ofTraining } from "../../of-kind";
import { recorded } from "../../inputs";
import { fail, pass, type Rule } from "../../rule";

const citation = own("先批准后开班，钱才有依据");

export const filingApprovedBefore: Rule = {
  id: "training/filing-approved-before",
  title: "开班前已批准开班备案",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["TRAINING"],
  parameters: [],
  check: ofTraining(({ startsOn, filingApprovedOn: approvedOn }) => {
    const days = [recorded("批准日期", approvedOn), { label: "开班日期", value: startsOn }];
    if (approvedOn === null) return fail("开班备案没有批准", ...days);
    return approvedOn <= startsOn
      ? pass("开班前已批准", ...days)
      : fail("开班备案在开班后才批准", ...days);
  }),
};
