import { Link } from "@remix-run/react";
import type { BoardRow as Row } from "~/data/posts/board-row-view.server";
import { barShape, WINDOW_MONTHS } from "~/domain/posts/board-window";
import { monthsText, monthText, standingText } from "~/domain/posts/board-words";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { TermBar } from "~/ui/charts/term-bar";
import { classNames } from "~/ui/class-names";
import { MonthMarks } from "./month-marks";

interface BoardRowProps {
  readonly row: Row;
  /** First of the months, and their first days. */
  readonly from: CalendarDate;
  readonly months: readonly CalendarDate[];
  readonly today: CalendarDate;
}

/** Side by side where there is room; on a phone the bar stands under the name. */
export const BOARD_GRID =
  "lg:grid lg:grid-cols-[14.5rem_minmax(0,1fr)_11rem] lg:items-center lg:gap-4";

/** One post: who, where, his bar over the months, and what is left of it. */
export function BoardRow({ row, from, months, today }: BoardRowProps) {
  const { id, name, maskedId, title, place, standing, receipts } = row;
  return (
    <li className={classNames("border-t border-slate-200 px-3 py-2", BOARD_GRID)}>
      <div className="min-w-0">
        <p className="break-words">
          <Link
            to={`/posts/appointments/${id}`}
            data-row-link=""
            className="font-semibold text-brand-600 hover:underline"
          >
            {name}
          </Link>{" "}
          {title}
        </p>
        <p className="break-words text-xs text-slate-600">
          {maskedId} {place}
        </p>
      </div>
      <div className="my-2 lg:my-0">
        <Bar row={row} from={from} months={months} today={today} />
      </div>
      <p className="flex flex-wrap gap-x-3 tabular-nums lg:block">
        <span className={classNames("lg:block", isNear(row) && "font-semibold text-red-700")}>
          {standingText(standing)}
        </span>
        <span className="whitespace-nowrap text-xs leading-6 lg:block">
          {row.startsOn} 至 {row.leftOn ?? row.endsOn}
        </span>
        <Receipts receipts={receipts} />
        {row.isPaidLate && (
          <span className="text-xs leading-6 text-red-700 lg:block">退岗后多发，待扣回</span>
        )}
      </p>
    </li>
  );
}

/** How many months are signed for, and which are owed: the bar may show another year. */
function Receipts({ receipts }: Pick<Row, "receipts">) {
  const { due, signed, stated, missing } = receipts;
  if (due === 0) return null;
  return (
    <>
      <span className="lg:block">
        已签收 {signed}/{due} 月{stated > 0 && `，名册已签 ${stated} 月`}
      </span>
      {missing.length > 0 && (
        <span className="text-xs leading-6 text-red-700 lg:block">
          待签收 {monthsText(missing)}
        </span>
      )}
    </>
  );
}

function Bar({ row, from, months, today }: BoardRowProps) {
  const shape = barShape(row, from, today);
  const told = row.months.map(monthText).join("；");
  const term = `${row.name}，任期 ${row.startsOn} 至 ${row.leftOn ?? row.endsOn}`;
  return (
    <TermBar
      summary={`${term}。${told}。`}
      months={WINDOW_MONTHS}
      bar={{ ...shape, look: lookOf(row) }}
      least={shape.least}
      most={shape.most}
      today={shape.today}
      marks={row.months.flatMap((one) => {
        const month = months.indexOf(one.month);
        const isShown = month >= 0 && (one.month <= today || one.payment !== null);
        return isShown ? [{ month, draw: <MonthMarks month={one} /> }] : [];
      })}
    />
  );
}

function lookOf({ standing }: Row): "running" | "over" | "planned" {
  switch (standing.kind) {
    case "proposed":
      return "planned";
    case "ended":
      return "over";
    case "later":
    case "serving":
      return "running";
  }
}

function isNear({ standing }: Row): boolean {
  return standing.kind === "serving" && standing.expires === "close";
}
