import { since } from "../../citations/own";
import { MINHANG_15 } from "../../citations/minhang-2022-15";
import { ofTraining } from "../../of-kind";
import { recorded } from "../../inputs";
import { fail, pass, type Rule } from "../../rule";

const citation = MINHANG_15.plan;

export const planApprovedBefore: Rule = {
  id: "training/plan-approved-before",
  title: "开班前年度培训计划已批准",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["TRAINING"],
  parameters: [],
  check: ofTraining(({ startsOn, planApprovedOn: approvedOn }) => {
    const days = [recorded("批准日期", approvedOn), { label: "开班日期", value: startsOn }];
    if (approvedOn === null) return fail("年度培训计划没有批准", ...days);
    return approvedOn <= startsOn
      ? pass("开班前已批准", ...days)
      : fail("年度培训计划在开班后才批准", ...days);
  }),
};
