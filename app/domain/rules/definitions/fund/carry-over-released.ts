import { fen, yuanText } from "../../../shared/fen";
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
  appliesTo: ({ isLocked, isYearOver, release }) => isLocked || isYearOver || release !== null,
  check: ({ isLocked, committedFen, amountFen, release }) => {
    const used = { label: "已安排", value: yuanText(committedFen) };
    if (isLocked) {
      return committedFen === 0
        ? pass("没有解锁，也没有安排", used)
        : fail("没有解锁就安排了使用", used);
    }
    if (release === null) {
      const rest = { label: "剩余", value: yuanText(fen(amountFen - committedFen)) };
      return pass("年度已经结束，剩余资金锁定，没有再安排", used, rest);
    }
    const { document, clause, releasedOn, reportedOn } = release;
    const told = [
      { label: "决定文件", value: `${document} ${clause}`.trim() },
      { label: "报备上海", value: reportedOn ?? "没有登记" },
      { label: "解锁", value: releasedOn },
      used,
    ];
    return reportedOn !== null && reportedOn <= releasedOn
      ? pass("经上级决定并报备后解锁", ...told)
      : fail("解锁前没有报备上海", ...told);
  },
};
