import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { cannotTell, passIf, type Rule } from "../../rule";
import { registryInputs } from "./registry-inputs";

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
    const looked = registryInputs(registry);
    if (registry === null || registry.category === null) {
      return cannotTell("建档立卡数据中没有此人，无从比对", ...looked);
    }
    const { sameName: is } = registry;
    const compared = { label: "与登记的姓名", value: is ? "一致" : "不一致" };
    return passIf(is, "姓名一致", "姓名与建档立卡数据不一致", ...looked, compared);
  },
};
