import type { ReactNode } from "react";
import type { BoardRow as Row } from "~/data/posts/board-row-view.server";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { LINE_LOOKS } from "~/ui/charts/term-bar";
import { classNames } from "~/ui/class-names";
import { BOARD_GRID, BoardRow } from "./board-row";
import { AttendanceMark, PaymentMark, ReceiptMark } from "./month-marks";

interface BoardListProps {
  readonly rows: readonly Row[];
  readonly from: CalendarDate;
  readonly months: readonly CalendarDate[];
  readonly today: CalendarDate;
  /** Whether the days of a month are told to the reader. */
  readonly readsWhole: boolean;
  readonly empty: ReactNode;
}

/** The posts, a bar each, under the names of the months. */
export function BoardList({ rows, readsWhole, empty, ...window }: BoardListProps) {
  return (
    <section aria-label="公共服务岗位" className="rounded border border-slate-300 bg-white">
      <Legend readsWhole={readsWhole} />
      {rows.length === 0 ? (
        empty
      ) : (
        <>
          <div
            aria-hidden="true"
            className={classNames("border-t border-slate-300 bg-slate-100 px-3 py-1", BOARD_GRID)}
          >
            <span className="hidden lg:block">人员和岗位</span>
            <span className="grid grid-cols-12 text-center text-xs tabular-nums">
              {window.months.map((month) => (
                <span key={month}>{monthHead(month, window.from)}</span>
              ))}
            </span>
            <span className="hidden lg:block">任期和签收</span>
          </div>
          <ul>
            {rows.map((row) => (
              <BoardRow key={row.id} row={row} {...window} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** 4月; the year beside January and the first. */
function monthHead(month: CalendarDate, from: CalendarDate): ReactNode {
  const isNamed = month === from || month.endsWith("-01-01");
  const name = `${Number(month.slice(5, 7))}月`;
  if (!isNamed) return name;
  return (
    <>
      {name}
      <span className="block text-slate-600">{month.slice(0, 4)}</span>
    </>
  );
}

function Legend({ readsWhole }: Pick<BoardListProps, "readsWhole">) {
  const line = (look: string, dashes?: string) => (
    <line x1="0" x2="0" y1="-3" y2="13" className={look} strokeDasharray={dashes} />
  );
  return (
    <ul
      aria-label="图例"
      className="flex flex-wrap gap-x-4 gap-y-1 px-3 py-2 text-xs text-slate-700"
    >
      <Key draw={line(LINE_LOOKS.least, "3 2")}>满 3 个月</Key>
      <Key draw={line(LINE_LOOKS.most)}>6 个月上限</Key>
      <Key draw={line(LINE_LOOKS.today, "1.5 2")}>今天</Key>
      {readsWhole && (
        <>
          <Key draw={<AttendanceMark attendance="whole" />}>考勤已登记</Key>
          <Key draw={<AttendanceMark attendance="part" />}>考勤未登记完</Key>
        </>
      )}
      <Key draw={<PaymentMark payment="PAID" />}>已发放</Key>
      <Key draw={<PaymentMark payment="SENT" />}>已送银行</Key>
      <Key draw={<PaymentMark payment="FAILED" />}>发放失败</Key>
      <Key draw={<PaymentMark payment={null} />}>未发放</Key>
      <Key draw={<ReceiptMark receipt="signed" />}>已签收</Key>
      <Key draw={<ReceiptMark receipt="stated" />}>仅文件注明已签收</Key>
      <Key draw={<ReceiptMark receipt="missing" />}>待签收</Key>
    </ul>
  );
}

function Key({ draw, children }: { readonly draw: ReactNode; readonly children: string }) {
  return (
    <li className="inline-flex items-center gap-1.5">
      <svg aria-hidden="true" width="14" height="16" viewBox="-7 -3 14 16">
        {draw}
      </svg>
      {children}
    </li>
  );
}
