import { daysBetween } from "../../../shared/calendar-date";
import { own, since } from "../../citations/own";
import { cannotTell, fail, pass, type Rule } from "../../rule";

const citation = own(
  "资格看事项当日，建档立卡数据越旧越说明不了；文件没有写最长多久，早于事项日一年以上的要说明",
);

const A_YEAR = 365;

/** Where no limit was entered an old export still answers; that it is old has to be explained. */
export const registryFresh: Rule = {
  id: "eligibility/registry-fresh",
  title: "建档立卡数据不早于事项日一年以上",
  citation,
  effective: since(citation),
  severity: "warn",
  kinds: [],
  parameters: [],
  thresholds: [{ label: "早于事项日", value: `${A_YEAR} 天以内`, source: "本系统定义" }],
  check: ({ person: { registry }, eventOn }) => {
    const event = { label: "事项日期", value: eventOn };
    if (registry === null) return cannotTell("没有覆盖本县和事项日期的建档立卡数据", event);
    const { exportedOn } = registry;
    const days = [event, { label: "建档立卡数据日期", value: exportedOn }];
    const age = daysBetween(exportedOn, eventOn);
    if (age < 0) return cannotTell("建档立卡数据晚于事项日期", ...days);
    return age <= A_YEAR
      ? pass(`早于事项日期 ${age} 天`, ...days)
      : fail(`早于事项日期 ${age} 天，请导入新的数据，或说明为什么用它`, ...days);
  },
};
