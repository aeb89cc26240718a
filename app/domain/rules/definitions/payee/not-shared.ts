import { ALWAYS, own } from "../../citations/own";
import { counted, yesNo } from "../../inputs";
import { cannotTell, fail, pass, type Rule } from "../../rule";

const citation = own(
  "补贴发给本人，防止冒领；楚沪滇组发〔2020〕2号 二(五) 把岗位工资发放不严列为问题",
);

export const notShared: Rule = {
  id: "payee/not-shared",
  title: "收款账户没有多人共用",
  citation,
  effective: ALWAYS,
  severity: "warn",
  kinds: [],
  parameters: [],
  check: ({ payee: { account, paidTo } }) => {
    if (paidTo === "UNIT") return pass("由单位收款，不适用", { label: "收款方", value: "单位" });
    if (account === null) return cannotTell("没有收款账户", yesNo("收款账户", false));
    const { sharedWith } = account;
    const shared = counted("使用过这个账户的其他人", sharedWith, "人");
    return sharedWith === 0
      ? pass("没有其他人使用这个账户", shared)
      : fail(`另有 ${sharedWith} 人使用过这个账户`, shared);
  },
};
