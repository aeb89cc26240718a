import { CHUXIONG_2 } from "../../citations/chuxiong-2020-2";
import { since } from "../../citations/own";
import { pass, fail, cannotTell, type Rule } from "../../rule";

const citation = CHUXIONG_2.wages;

export const ownAccount: Rule = {
  id: "payee/own-account",
  title: "发给个人的补贴进入本人账户",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: [],
  parameters: [],
  check: ({ payee: { account, paidTo } }) => {
    if (paidTo === "UNIT") return pass("由单位收款，不适用");
    if (account === null) return cannotTell("没有收款账户");
    return account.holderIsPerson ? pass("户名是本人") : fail("户名不是本人");
  },
};
