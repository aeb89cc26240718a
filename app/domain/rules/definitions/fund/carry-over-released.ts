import { yuanText } from "../../../shared/fen";
import { since } from "../../citations/own";
import { SHANGHAI_9 } from "../../citations/shanghai-2020-9";
import type { FundRule } from "../../fund-rule";
import { fail, pass } from "../../rule";

const citation = SHANGHAI_9.carryOver;

export const carryOverReleased: FundRule = {
  id: "fund/carry-over-released",
  title: "结转资金经上级决定解锁后才安排",
  citation,
  effective: since(citation),
  severity: "block",
  parameters: [],
  check: ({ isLocked, committedFen }) => {
    if (!isLocked) return pass("不是未解锁的结转资金");
    const used = { label: "已安排", value: yuanText(committedFen) };
    return committedFen === 0
      ? pass("没有解锁，也没有安排", used)
      : fail("没有解锁就安排了使用", used);
  },
};
