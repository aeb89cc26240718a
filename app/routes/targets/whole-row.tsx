import { Link } from "@remix-run/react";
import type { BoardTarget } from "~/data/targets/board-view.server";
import { kindLabel, sizeOf } from "~/domain/targets/people-list";
import { figureText, numberText } from "~/domain/targets/figure-text";
import { aheadText, percentText, perDayText } from "~/domain/targets/wording";
import { StateBadge } from "~/ui/display/badge";
import { peopleHref } from "./as-of";
import { ForecastDay } from "./forecast-day";
import { resultBadge } from "./result-badges";

const TOTAL = "data-cell text-right tabular-nums";

interface WholeRowProps {
  readonly board: BoardTarget;
  readonly asOf: string;
}

/** The counties together: the last row of their table, its figures linked like theirs. */
export function WholeRow({ board: { target, whole }, asOf }: WholeRowProps) {
  if (whole === null) return null;
  const { tally } = whole;
  return (
    <tr className="bg-slate-50">
      <th scope="row" className="data-cell sticky left-0 bg-slate-50 text-left">
        合计
      </th>
      <td className="data-cell">
        <StateBadge {...resultBadge(whole.result)} />
      </td>
      <td className={TOTAL}>{target.value === null ? "未给出数字" : numberText(target.value)}</td>
      {(["proved", "registered", "verified", "missing"] as const).map((kind) => (
        <td key={kind} className={TOTAL}>
          <Link
            to={peopleHref(target.id, target.regionCode, kind, asOf)}
            className="text-brand-700 underline"
            aria-label={`合计${kindLabel(kind, target.measure)} ${numberText(sizeOf(kind, tally))}，打开名单`}
          >
            {numberText(sizeOf(kind, tally))}
          </Link>
        </td>
      ))}
      <td className={TOTAL}>{percentText(whole.rate)}</td>
      <td className={TOTAL}>{figureText(whole.due)}</td>
      <td className="data-cell">{whole.ahead === null ? "—" : aheadText(whole.ahead)}</td>
      <td className={TOTAL}>
        {whole.neededPerDay === null ? "—" : perDayText(whole.neededPerDay)}
      </td>
      <td className="data-cell">
        <ForecastDay found={whole.forecast} />
      </td>
    </tr>
  );
}
