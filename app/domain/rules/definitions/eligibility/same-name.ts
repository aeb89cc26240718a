import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { cannotTell, fail, pass, type Rule } from "../../rule";

const citation = QUJING_31.roster;

export const sameName: Rule = {
  id: "eligibility/same-name",
  title: "姓名与建档立卡数据一致",
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
    return registry.sameName
      ? pass("姓名一致", exported)
      : fail("姓名与建档立卡数据不一致", exported);
  },
};
