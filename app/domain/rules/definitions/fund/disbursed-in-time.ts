import type { Outstanding } from "../../../funds/disbursement";
import { yuanText } from "../../../shared/fen";
import { since } from "../../citations/own";
import { SHANGHAI_9 } from "../../citations/shanghai-2020-9";
import type { FundFacts, FundRule } from "../../fund-rule";
import { cannotTell, fail, pass, type Input } from "../../rule";
import { withNumber } from "../../with-number";

const citation = SHANGHAI_9.disburse;

export const disbursedInTime: FundRule = {
  id: "fund/disbursed-in-time",
  title: "接到函起在规定的工作日内拨付",
  citation,
  effective: since(citation),
  severity: "warn",
  parameters: ["fund.disburseWorkingDays"],
  check: ({ receipts, outstanding }, numbers) =>
    withNumber(numbers, "fund.disburseWorkingDays", (_most, input) => {
      const told = [input, ...receipts.map(receiptInput), ...missingInput(outstanding)];
      const late = receipts.flatMap(({ disbursement: found }) =>
        found.kind === "late" ? [found.daysLate] : [],
      );
      const isOverdue = outstanding.kind === "overdue";
      if (late.length > 0 || isOverdue) {
        const parts = [
          ...(late.length > 0 ? [`${late.length} 笔逾期到账，最长 ${Math.max(...late)} 天`] : []),
          ...(isOverdue
            ? [`${yuanText(outstanding.missingFen)}逾期 ${outstanding.daysLate} 天没有到账`]
            : []),
        ];
        return fail(parts.join("；"), ...told);
      }
      const isUntold =
        outstanding.kind === "cannotTell" ||
        receipts.some(({ disbursement: { kind } }) => kind === "cannotTell");
      if (isUntold) return cannotTell("没有登记接函日期，或缺当年的节假日安排", ...told);
      return pass(
        receipts.length === 0 ? "没有到账，还在期限内" : `${receipts.length} 笔都按期到账`,
        ...told,
      );
    }),
};

function receiptInput({ receivedOn, disbursement: found }: FundFacts["receipts"][number]): Input {
  const value =
    found.kind === "cannotTell"
      ? "无法判断是否按期"
      : `最晚 ${found.dueOn}${found.kind === "late" ? `，逾期 ${found.daysLate} 天` : "，按期"}`;
  return { label: `${receivedOn} 到账`, value };
}

function missingInput(outstanding: Outstanding): readonly Input[] {
  if (outstanding.kind === "nothing") return [];
  const due = outstanding.kind === "cannotTell" ? "期限无法判断" : `最晚 ${outstanding.dueOn}`;
  return [{ label: "没有到账", value: `${yuanText(outstanding.missingFen)}，${due}` }];
}
