import { lyingMoney } from "../../../funds/idle";
import { fen, yuanText } from "../../../shared/fen";
import { own, since } from "../../citations/own";
import type { FundRule } from "../../fund-rule";
import { fail, pass } from "../../rule";
import { withNumber } from "../../with-number";

const citation = own("楚沪滇组发〔2020〕2号 五(二) 要求防止资金滞留，没有写天数；先到的钱视为先用");

export const notIdle: FundRule = {
  id: "fund/not-idle",
  title: "到账资金没有滞留",
  citation,
  effective: since(citation),
  severity: "warn",
  parameters: ["fund.idleDays"],
  check: ({ lying, today }, numbers) =>
    withNumber(numbers, "fund.idleDays", (days, input) => {
      const idle = lyingMoney(lying, fen(0), days, today).filter(({ isIdle }) => isIdle);
      const told = idle.map(({ receivedOn, leftFen, days: lain }) => ({
        label: `${receivedOn} 到账，已 ${lain} 天`,
        value: yuanText(leftFen),
      }));
      return idle.length === 0
        ? pass(`没有超过 ${days} 天未支出的资金`, input)
        : fail(`${idle.length} 笔到账有余额滞留`, input, ...told);
    }),
};
