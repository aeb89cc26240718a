import { Link } from "@remix-run/react";
import type { BoardTarget } from "~/data/targets/board-view.server";
import { targetLabel, valueText } from "~/domain/targets/wording";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { AreaBars } from "./area-bars";
import { AreaTable } from "./area-table";
import { resultBadge } from "./result-badges";
import { SumProblem } from "./sum-problem";

interface TargetCardProps {
  readonly board: BoardTarget;
  readonly asOf: string;
  /** `?asOf=…` or nothing. */
  readonly query: string;
}

/** One target of the board: bars, then the table of the same figures. */
export function TargetCard({ board, asOf, query }: TargetCardProps) {
  const { target, regionName, whole } = board;
  const label = targetLabel(target, regionName);
  const { documentNumber, clause, deadlineOn } = target;
  const left = whole ?? board.rows[0]?.standing;
  return (
    <Card
      title={label}
      note={`${valueText(target, target.value)} · ${documentNumber} ${clause}`}
      actions={
        <>
          {whole !== null && <StateBadge {...resultBadge(whole.result)} />}
          <Link to={`/targets/${target.id}${query}`} className="text-brand-700 underline">
            进度曲线和依据
          </Link>
        </>
      }
    >
      <p className="mb-3 text-slate-700">
        完成时限 {deadlineOn}
        {left?.phase === "running" && `，还有 ${left.daysLeft} 天（含当天）`}
        {left?.phase === "over" && "，已截止；补交或作废佐证后数字仍会变化"}
        {left?.phase === "before" && "，尚未开始"}。
      </p>
      <SumProblem board={board} />
      <div className="mb-4">
        <AreaBars board={board} />
      </div>
      <AreaTable board={board} caption={`${label}分县进度`} asOf={asOf} />
    </Card>
  );
}
