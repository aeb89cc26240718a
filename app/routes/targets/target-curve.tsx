import { Link } from "@remix-run/react";
import { figureText, numberText } from "~/domain/targets/figure-text";
import { cumulative } from "~/domain/targets/counting";
import type { TargetPage } from "~/data/targets/target-view.server";
import { monthEnds, type MonthEnd } from "~/domain/targets/curve";
import { neededFor, unitOf } from "~/domain/targets/target";
import { forecastText, standingText } from "~/domain/targets/wording";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { PaceChart } from "~/ui/charts/pace-chart";
import { paceGeometry, type PaceGeometry } from "~/ui/charts/pace-geometry";
import { Card } from "~/ui/display/card";
import { DataTable } from "~/ui/tables/data-table";
import { peopleHref } from "./as-of";

export interface Curve {
  readonly geometry: PaceGeometry;
  readonly months: readonly MonthEnd[];
  readonly summary: string;
  readonly asOf: string;
  /** Whose figures they are, for the lists behind them. */
  readonly areaCode: string;
}

/** Reckoned on the server; null where the reader sees only a part of the target and no single county. */
export function curveOf({ board }: TargetPage, asOf: CalendarDate): Curve | null {
  const { target, whole, rows, days, regionName } = board;
  const one = rows.length === 1 ? rows[0] : undefined;
  const standing = whole ?? one?.standing;
  if (standing === undefined) return null;
  const value = whole === null ? (one?.value ?? null) : target.value;
  const name = whole === null ? (one?.areaName ?? regionName) : regionName;
  const needed = neededFor(value, target.mustExceed);
  const found = standing.forecast;
  const geometry = paceGeometry({
    ...{ from: target.periodFrom, deadline: target.deadlineOn, asOf, needed },
    totals: cumulative(days),
    forecast: found?.kind === "date" ? found : null,
  });
  const sentence = standingText(name, target, value, standing);
  const expected = found === null ? "" : `，预计完成日：${forecastText(found)}`;
  return {
    ...{ geometry, asOf, areaCode: (whole === null ? one?.areaCode : null) ?? target.regionCode },
    ...{ months: monthEnds(target, needed, days, asOf) },
    summary: `截至 ${asOf}，${sentence}${expected}。`,
  };
}

interface TargetCurveProps {
  readonly curve: Curve;
  readonly target: TargetPage["board"]["target"];
}

/** The running total against the even pace, and the same figures month by month. */
export function TargetCurve({ curve, target }: TargetCurveProps) {
  const unit = unitOf(target);
  const href = (asOf: string) => peopleHref(target.id, curve.areaCode, "proved", asOf);
  return (
    <Card title="累计进度" note={curve.summary}>
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-[3fr_2fr]">
        <PaceChart summary={curve.summary} geometry={curve.geometry} asOfLabel={curve.asOf} />
        <DataTable
          caption="各月末累计"
          showCaption
          columns={[
            { key: "on", header: "截至", isRowHeader: true, cell: (row: MonthEnd) => row.on },
            {
              key: "added",
              header: `本月（${unit}）`,
              align: "right",
              cell: ({ on, added }) => (
                <Figure
                  to={`${href(curve.asOf)}&month=${on.slice(0, 7)}`}
                  label={`${on.slice(0, 7)} 本月`}
                  figure={added}
                />
              ),
            },
            {
              key: "total",
              header: "累计",
              align: "right",
              cell: ({ on, total }) => (
                <Figure to={href(on)} label={`截至 ${on} 累计`} figure={total} />
              ),
            },
            {
              key: "due",
              header: "序时应到",
              align: "right",
              cell: (row) => figureText(row.due),
            },
          ]}
          rows={curve.months}
          rowKey={(row) => row.on}
          tall={false}
          empty={<p className="p-4">期间尚未开始。</p>}
        />
      </div>
    </Card>
  );
}

interface FigureProps {
  readonly to: string;
  readonly label: string;
  readonly figure: number;
}

/** A month's figure opens the list behind it. */
function Figure({ to, label, figure }: FigureProps) {
  return (
    <Link
      to={to}
      className="text-brand-700 underline"
      aria-label={`${label} ${numberText(figure)}，打开名单`}
    >
      {numberText(figure)}
    </Link>
  );
}
