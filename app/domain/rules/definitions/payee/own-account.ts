import { ALWAYS, own } from "../../citations/own";
import { yesNo } from "../../inputs";
import { cannotTell, pass, passIf, type Rule } from "../../rule";

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
    if (paidTo === "UNIT") return pass("由单位收款，不适用", { label: "收款方", value: "单位" });
    if (account === null) return cannotTell("没有收款账户", yesNo("收款账户", false));
    const { holderIsPerson: is } = account;
    return passIf(is, "户名是本人", "户名不是本人", {
      label: "账户户名",
      value: is ? "本人" : "他人",
    });
  },
};
