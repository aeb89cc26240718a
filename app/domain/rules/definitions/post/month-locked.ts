import { CHUXIONG_2 } from "../../citations/chuxiong-2020-2";
import { since } from "../../citations/own";
import { ofPost } from "../../of-kind";
import { pass, fail, type Rule } from "../../rule";

const citation = CHUXIONG_2.wages;

export const monthLocked: Rule = {
  id: "post/month-locked",
  title: "工资月份已锁定",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["POST"],
  parameters: [],
  check: ofPost(({ isLocked }) => (isLocked ? pass("当月工资已锁定") : fail("当月工资没有锁定"))),
};
