import { ALWAYS, own } from "../../citations/own";
import { cannotTell, fail, pass, type Rule } from "../../rule";

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
    if (account === null) return cannotTell("没有收款账户");
    return account.wasRefused ? fail("银行退回过这个账户的款项") : pass("没有退回记录");
  },
};
