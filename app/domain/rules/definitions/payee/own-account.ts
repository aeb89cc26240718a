import { ALWAYS, own } from "../../citations/own";
import { cannotTell, fail, pass, type Rule } from "../../rule";

const citation = own(
  "补贴发给本人，防止冒领；楚沪滇组发〔2020〕2号 二(五) 把岗位工资发放不严列为问题",
);

export const ownAccount: Rule = {
  id: "payee/own-account",
  title: "发给个人的补贴进入本人账户",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [],
  check: ({ payee: { account, paidTo } }) => {
    if (paidTo === "UNIT") return pass("由单位收款，不适用");
    if (account === null) return cannotTell("没有收款账户");
    return account.holderIsPerson ? pass("户名是本人") : fail("户名不是本人");
  },
};
