import type { SerializeFrom } from "@remix-run/node";
import { Link } from "@remix-run/react";
import type { SessionRow } from "~/data/training/session-list-view.server";
import { shareText } from "~/domain/training/attendance-sum";
import { writeHours } from "~/domain/training/timetable";
import { weekdayLabel, weekdayOf } from "~/domain/training/weekday";
import { StateBadge } from "~/ui/display/badge";
import type { Column } from "~/ui/tables/column";

type Row = SerializeFrom<SessionRow>;

const LINK = "text-brand-600 hover:underline";

/** `headcount` trainees stand on the roster; `mayWrite` opens the session for a change. */
export function sessionColumns(
  classId: string,
  headcount: number,
  today: string,
  mayWrite: boolean,
): readonly Column<Row>[] {
  return [
    {
      key: "time",
      header: "上课时间",
      isRowHeader: true,
      cell: (row) => (
        <Struck row={row}>
          <Sheet row={row} classId={classId} today={today}>
            {row.heldOn} {weekdayLabel(weekdayOf(row.heldOn))} {writeHours(row)}
          </Sheet>
        </Struck>
      ),
    },
    { key: "hours", header: "课时", align: "right", cell: (row) => row.classHours },
    { key: "place", header: "地点", cell: (row) => row.place, className: WRAP },
    { key: "teacher", header: "教师", cell: (row) => row.teacher },
    { key: "topic", header: "内容", cell: (row) => row.topic || "—", className: WRAP },
    {
      key: "attendance",
      header: "考勤",
      cell: (row) => <AttendanceState row={row} headcount={headcount} today={today} />,
    },
    {
      key: "present",
      header: "出勤率",
      align: "right",
      cell: (row) => (row.isCancelled ? "—" : shareText(row.present, row.marked)),
    },
    {
      key: "actions",
      header: "操作",
      cell: (row) => <Actions row={row} classId={classId} today={today} mayWrite={mayWrite} />,
    },
  ];
}

const WRAP = "min-w-[8rem] whitespace-normal";

function Struck({ row, children }: { readonly row: Row; readonly children: React.ReactNode }) {
  return row.isCancelled ? (
    <del className="text-slate-500">{children}</del>
  ) : (
    <span className="tabular-nums">{children}</span>
  );
}

interface SheetProps {
  readonly row: Row;
  readonly classId: string;
  readonly today: string;
  readonly children: React.ReactNode;
}

/** Leads to the sheet from the column that stays in sight on a phone. */
function Sheet({ row, classId, today, children }: SheetProps) {
  if (!hasSheet(row, today)) return <>{children}</>;
  return (
    <Link to={`/classes/${classId}/sessions/${row.id}/attendance`} className={LINK}>
      {children}
    </Link>
  );
}

function hasSheet(row: Row, today: string): boolean {
  return row.heldOn <= today && (!row.isCancelled || row.marked > 0);
}

interface AttendanceStateProps {
  readonly row: Row;
  readonly headcount: number;
  readonly today: string;
}

function AttendanceState({ row, headcount, today }: AttendanceStateProps) {
  if (row.isCancelled) return <span>已取消：{row.cancelReason}</span>;
  if (row.heldOn > today) return <span className="text-slate-600">未到上课日</span>;
  if (row.marked === 0) return <StateBadge label="未登记" tone="warning" />;
  const isWhole = row.marked >= headcount;
  return (
    <StateBadge
      label={`已登记 ${row.marked}/${headcount}`}
      tone={isWhole ? "success" : "warning"}
    />
  );
}

interface ActionsProps {
  readonly row: Row;
  readonly classId: string;
  readonly today: string;
  readonly mayWrite: boolean;
}

function Actions({ row, classId, today, mayWrite }: ActionsProps) {
  const at = `/classes/${classId}/sessions/${row.id}`;
  const label = `${row.heldOn} ${writeHours(row)}`;
  return (
    <span className="flex flex-wrap gap-x-3">
      {hasSheet(row, today) && (
        <Link to={`${at}/attendance`} className={LINK} aria-label={`考勤 ${label}`}>
          {mayWrite && !row.isCancelled ? "登记考勤" : "考勤"}
        </Link>
      )}
      {mayWrite && !row.isCancelled && (
        <Link to={at} className={LINK} aria-label={`修改 ${label}`}>
          修改
        </Link>
      )}
    </span>
  );
}
