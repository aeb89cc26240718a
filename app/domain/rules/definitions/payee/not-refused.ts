import { ALWAYS, own } from "../../citations/own";
import { yesNo } from "../../inputs";
import { cannotTell, passIf, type Rule } from "../../rule";

const citation = own("退回过的账户要先更正，再发放");

export const notRefused: Rule = {
  id: "payee/not-refused",
  title: "收款账户没有被银行退回过",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [],
  check: ({ payee: { account } }) => {
    if (account === null) return cannotTell("没有收款账户", yesNo("收款账户", false));
    const { wasRefused } = account;
    const refusals = yesNo("这个账户的银行退回记录", wasRefused);
    return passIf(!wasRefused, "没有退回记录", "银行退回过这个账户的款项", refusals);
  },
};
