import { own, since } from "../../citations/own";
import { ofTraining } from "../../of-kind";
import { period, yesNo } from "../../inputs";
import { passIf, type Rule } from "../../rule";

const citation = own("暂停期间办的班，费用不予补贴");

export const providerNotSuspended: Rule = {
  id: "training/provider-not-suspended",
  title: "培训机构没有被暂停",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["TRAINING"],
  parameters: [],
  check: ofTraining(({ providerIsSuspended: is, startsOn, endsOn }) =>
    passIf(
      !is,
      "培训机构没有暂停记录",
      "培训期间机构处于暂停状态",
      yesNo("培训期间的暂停记录", is),
      period("培训日期", startsOn, endsOn),
    ),
  ),
};
