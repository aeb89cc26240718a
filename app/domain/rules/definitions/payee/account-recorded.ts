import { ALWAYS, own } from "../../citations/own";
import { yesNo } from "../../inputs";
import { passIf, type Rule } from "../../rule";

const citation = own("补贴发到登记的账户，不发现金");

export const accountRecorded: Rule = {
  id: "payee/account-recorded",
  title: "有收款账户",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [],
  check: ({ payee: { account, paidTo } }) =>
    passIf(
      account !== null,
      "有收款账户",
      paidTo === "PERSON" ? "本人没有收款账户" : "收款单位没有账户",
      yesNo(paidTo === "PERSON" ? "本人收款账户" : "单位收款账户", account !== null),
    ),
};
