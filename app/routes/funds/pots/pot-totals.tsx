import type { PotLine, PotList } from "~/data/funds/pot-list-view.server";
import { fen } from "~/domain/shared/fen";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";
import type { Tone } from "~/ui/tone";
import { potsShown, type PotShow } from "./pot-show";
import { arithmetic, rateText, tileMoney } from "./pot-text";

interface PotTotalsProps {
  readonly list: PotList;
  readonly year: number;
  readonly area: string;
}

interface Total {
  readonly label: string;
  readonly show: PotShow;
  readonly of: (pot: PotLine) => number;
  readonly tone?: Tone;
}

const TOTALS: readonly Total[] = [
  { label: "资金总额", show: "all", of: (pot) => pot.amountFen },
  { label: "可用", show: "left", of: (pot) => pot.availableFen },
  { label: "已到账", show: "received", of: (pot) => pot.receivedFen },
  { label: "已支出", show: "spent", of: (pot) => pot.spentFen },
  { label: "支出待审核", show: "pending", of: (pot) => pot.pendingFen, tone: "info" },
  { label: "滞留", show: "idle", of: (pot) => pot.idleFen, tone: "warning" },
  { label: "结余锁定", show: "locked", of: (pot) => pot.lockedFen, tone: "warning" },
  { label: "逾期未到账", show: "overdue", of: (pot) => pot.overdueFen, tone: "warning" },
];

/** What the pots of the year come to; each figure opens the pots it is made of. */
export function PotTotals({ list, year, area }: PotTotalsProps) {
  const at = (show: PotShow) =>
    `/funds?year=${year}${area === "" ? "" : `&area=${area}`}${show === "all" ? "" : `&show=${show}`}`;
  const unjudged = list.pots.reduce((sum, one) => sum + one.unjudgedReceipts, 0);
  const late = list.pots.reduce((sum, { lateReceipts }) => sum + lateReceipts, 0);
  return (
    <StatTiles>
      {TOTALS.map(({ label, show, of, tone }) => {
        const total = fen(list.pots.reduce((sum, pot) => sum + of(pot), 0));
        return (
          <StatTile
            key={show}
            label={label}
            {...tileMoney(total)}
            to={at(show)}
            note={`${potsShown(list.pots, show).length} 个项目`}
            tone={total > 0 ? tone : undefined}
          />
        );
      })}
      <StatTile
        label="逾期到账"
        value={late}
        unit="笔"
        to={at("late")}
        note="接函后超过期限才到账"
        tone={late > 0 ? "warning" : undefined}
      />
      {unjudged > 0 && (
        <StatTile
          label="无法判断是否按期"
          value={unjudged}
          unit="笔"
          to={at("unjudged")}
          note="没有接函日期、拨付期限或节假日安排"
        />
      )}
      <StatTile
        label="资金使用率"
        value={rateText(list.use)}
        unit=""
        to={at("received")}
        note={`支出 ÷ 到账：${arithmetic(list.use)}`}
      />
      <StatTile
        label="投资完成率"
        value={rateText(list.completion)}
        unit=""
        to={at("all")}
        note={`完成 ÷ 计划：${arithmetic(list.completion)}`}
      />
    </StatTiles>
  );
}
