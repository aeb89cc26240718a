import { own, since } from "../../citations/own";
import { ofTraining } from "../../of-kind";
import { isOrNot, recorded } from "../../inputs";
import { cannotTell, passIf, type Rule } from "../../rule";

const citation = own("机构在登记的工种内办班");

export const providerTeachesTrade: Rule = {
  id: "training/provider-teaches-trade",
  title: "培训机构可以教授该工种",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["TRAINING"],
  parameters: [],
  check: ofTraining(({ providerTeachesTrade: is }) => {
    const label = "机构登记的工种包括所教工种";
    if (is === null) return cannotTell("没有登记培训机构或它的工种", recorded(label, null));
    return passIf(is, "在登记的工种内", "机构登记的工种里没有这一项", isOrNot(label, is));
  }),
};
