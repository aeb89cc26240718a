import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { cannotTell, fail, pass, type Rule } from "../../rule";

const citation = QUJING_31.target;

export const sameCounty: Rule = {
  id: "eligibility/same-county",
  title: "建档立卡登记地与申领县一致",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: [],
  parameters: [],
  check: ({ person: { registry } }) => {
    if (registry === null || registry.category === null) {
      return cannotTell("建档立卡数据中没有此人，无从比对");
    }
    const exported = { label: "建档立卡数据日期", value: registry.exportedOn };
    return registry.sameCounty
      ? pass("所在县一致", exported)
      : fail("所在县与建档立卡数据不一致", exported);
  },
};
