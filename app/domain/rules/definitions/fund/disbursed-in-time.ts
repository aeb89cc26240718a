import { disbursement } from "../../../funds/disbursement";
import { since } from "../../citations/own";
import { SHANGHAI_9 } from "../../citations/shanghai-2020-9";
import type { FundRule } from "../../fund-rule";
import { cannotTell, fail, pass } from "../../rule";
import { withNumber } from "../../with-number";

const citation = SHANGHAI_9.disburse;

export const disbursedInTime: FundRule = {
  id: "fund/disbursed-in-time",
  title: "接到函起在规定的工作日内拨付",
  citation,
  effective: since(citation),
  severity: "warn",
  parameters: ["fund.disburseWorkingDays"],
  check: ({ receipts }, numbers) => {
    if (receipts.length === 0) return cannotTell("还没有到账，拨付期限无从核对");
    return withNumber(numbers, "fund.disburseWorkingDays", (most, input) => {
      const judged = receipts.map((one) => ({ ...one, found: disbursement(one, most) }));
      const told = judged.map(({ receivedOn, letterReceivedOn, found }) => ({
        label: `${receivedOn} 到账`,
        value: `接函 ${letterReceivedOn ?? "没有登记"}${found.kind === "cannotTell" ? "" : `，最晚 ${found.dueOn}`}`,
      }));
      const late = judged.flatMap(({ found }) => (found.kind === "late" ? [found.daysLate] : []));
      if (late.length > 0) {
        return fail(`${late.length} 笔逾期，最长 ${Math.max(...late)} 天`, input, ...told);
      }
      return judged.some(({ found }) => found.kind === "cannotTell")
        ? cannotTell("没有登记接函日期，或缺当年的节假日安排", input, ...told)
        : pass(`${receipts.length} 笔都在 ${most} 个工作日内`, input, ...told);
    });
  },
};
