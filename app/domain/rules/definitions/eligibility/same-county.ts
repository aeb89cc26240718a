import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { cannotTell, passIf, type Rule } from "../../rule";
import { registryInputs } from "./registry-inputs";

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
    const looked = registryInputs(registry);
    if (registry === null || registry.category === null) {
      return cannotTell("建档立卡数据中没有此人，无从比对", ...looked);
    }
    const { sameCounty: is } = registry;
    const compared = { label: "建档立卡登记地", value: is ? "本县" : "其他县" };
    return passIf(is, "所在县一致", "所在县与建档立卡数据不一致", ...looked, compared);
  },
};
