import type { LookUpRefusal } from "~/usecases/people/look-up-number.server";

export const LOOK_UP_REFUSALS: Readonly<Record<LookUpRefusal["kind"], string>> = {
  forbidden: "您没有查看人员的权限。",
  tooMany: "按身份证号查询过于频繁，请一分钟后再试。查询次数已记入操作留痕。",
};
