import { CHUXIONG_2 } from "../../citations/chuxiong-2020-2";
import { since } from "../../citations/own";
import { yesNo } from "../../inputs";
import { passIf, type Rule } from "../../rule";

const citation = CHUXIONG_2.ledger;

export const reachable: Rule = {
  id: "eligibility/reachable",
  title: "有联系方式",
  citation,
  effective: since(citation),
  severity: "warn",
  kinds: ["STABLE_EMPLOYMENT", "AGENCY", "POST", "OUTWORK"],
  parameters: [],
  check: ({ person: { hasPhone: is } }) =>
    passIf(is, "已登记联系电话", "没有联系电话，无法回访核实", yesNo("联系电话", is)),
};
