import { Link } from "@remix-run/react";
import type { AttendanceRow } from "~/data/posts/attendance-month-view.server";
import type { Column } from "~/ui/tables/column";
import { DayList, WholeMonth } from "./attendance-controls";
import { DayMarks, daysText } from "./day-marks";

const NAME: Column<AttendanceRow> = {
  key: "name",
  header: "姓名",
  isRowHeader: true,
  // On a phone the days lie outside the screen: their sum stands under the name.
  cell: (row) => (
    <>
      {row.name}
      <span className="block text-xs font-normal text-slate-600 md:hidden">
        {row.days === null ? row.wage : daysText(row.days)}
      </span>
    </>
  ),
};
const PERSON: Column<AttendanceRow> = {
  key: "person",
  header: "身份证号 / 岗位",
  cell: (row) => (
    <>
      <span className="block tabular-nums">{row.maskedId}</span>
      <span className="block text-xs text-slate-600">{`${row.area} ${row.post}`.trim()}</span>
    </>
  ),
};
const DAYS: Column<AttendanceRow> = {
  key: "days",
  header: "每日和合计（天）",
  cell: ({ days }) =>
    days && (
      <>
        <DayMarks marks={days.marks} />
        <span className="text-xs text-slate-600">{daysText(days)}</span>
      </>
    ),
};
const TERM: Column<AttendanceRow> = {
  key: "term",
  header: "任期",
  cell: ({ startsOn, lastDay }) => `${startsOn} 至 ${lastDay}`,
};
const WAGE: Column<AttendanceRow> = { key: "wage", header: "工资", cell: (row) => row.wage };

/** Who may not write sees the days only, a district officer none of them. */
export function attendanceColumns(
  mayWrite: boolean,
  readsDays: boolean,
): readonly Column<AttendanceRow>[] {
  if (!readsDays) return [NAME, PERSON, TERM, WAGE];
  if (!mayWrite) return [NAME, PERSON, DAYS, { key: "sheet", header: "工资", cell: HandedIn }];
  const exception = (mark: "R" | "L" | "A", header: string): Column<AttendanceRow> => ({
    key: mark,
    header,
    cell: (row) =>
      row.mayWrite && <DayList name={`${mark}.${row.id}`} label={`${row.name} ${header}`} />,
  });
  return [
    NAME,
    PERSON,
    {
      key: "whole",
      header: "整月",
      cell: (row) => (row.mayWrite ? <WholeMonth row={row} /> : <HandedIn {...row} />),
    },
    exception("R", "休息日"),
    exception("L", "请假日"),
    exception("A", "缺勤日"),
    DAYS,
  ];
}

function HandedIn({ handedIn }: Pick<AttendanceRow, "handedIn">) {
  if (handedIn === null) return null;
  return (
    <Link to={`/wage-sheets/${handedIn.id}`} className="text-brand-600 hover:underline">
      工资已报审
    </Link>
  );
}
