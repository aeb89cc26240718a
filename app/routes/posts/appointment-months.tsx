import { Link } from "@remix-run/react";
import type { AppointmentHead } from "~/data/posts/appointment-head-view.server";
import type { AppointmentPage } from "~/data/posts/appointment-view.server";
import { RECEIPT_STANDING_LABELS } from "~/domain/posts/board-words";
import { PAYMENT_STATE_LABELS, WAGE_SHEET_STATE_LABELS } from "~/domain/posts/wage";
import { yuanText } from "~/domain/shared/fen";
import { restDays } from "~/domain/posts/attendance";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { ReceiptCell } from "./receipt-cell";

type Month = AppointmentPage["months"][number];

/** On a phone the right columns lie outside the screen: pay and receipt stand under the month. */
function MonthName({ month, wage, receipt }: Pick<Month, "month" | "wage" | "receipt">) {
  const paid = wage === null ? "未列入" : paymentText(wage);
  const keys = `${paid} · ${RECEIPT_STANDING_LABELS[receipt]}`;
  return (
    <>
      {month.slice(0, 7)}
      <span className="block text-xs font-normal text-slate-600 md:hidden">{keys}</span>
    </>
  );
}

const LINK = "text-brand-600 hover:underline";
const TOLD: readonly Column<Month>[] = [
  { key: "month", header: "月份", isRowHeader: true, cell: (row) => <MonthName {...row} /> },
  { key: "days", header: "在岗日期", cell: ({ from, to }) => `${from} 至 ${to}` },
];
const STATES: readonly Column<Month>[] = [
  { key: "paid", header: "发放", cell: ({ wage }) => paymentText(wage) },
  {
    key: "signed",
    header: "签收",
    cell: ({ receipt }) => <ReceiptCell receipt={receipt} />,
  },
];
const whole = (attendanceAt: string | null): readonly Column<Month>[] => [
  ...TOLD,
  {
    key: "attendance",
    header: "考勤",
    cell: ({ month, days }) =>
      attendanceAt === null ? (
        attendanceText(days)
      ) : (
        <Link to={`${attendanceAt}?month=${month.slice(0, 7)}`} className={LINK}>
          {attendanceText(days)}
        </Link>
      ),
  },
  { key: "sheet", header: "工资表", cell: ({ wage }) => <SheetLink wage={wage} /> },
  {
    key: "pay",
    header: "实发",
    align: "right",
    cell: ({ wage }) => (wage === null || wage.payFen === null ? "" : yuanText(wage.payFen)),
  },
  ...STATES,
];

interface AppointmentMonthsProps {
  readonly months: readonly Month[];
  readonly head: Pick<AppointmentHead, "id" | "state" | "isRemoved" | "readsWhole">;
}

/** Month by month: the days, the pay, and whether it was paid and signed for. */
export function AppointmentMonths({ months, head }: AppointmentMonthsProps) {
  const { id, state, isRemoved, readsWhole } = head;
  // Attendance is kept of confirmed posts alone.
  const attendanceAt = state === "confirmed" && !isRemoved ? `/posts/attendance/${id}` : null;
  return (
    <Card title="按月考勤、工资和签收" flush>
      {months
        .filter(({ late }) => late !== "")
        .map(({ month, late }) => (
          <Notice key={month} kind="warning">
            {`${month.slice(0, 7)} ${late}`}
          </Notice>
        ))}
      <DataTable
        caption="按月考勤、工资和签收"
        columns={readsWhole ? whole(attendanceAt) : [...TOLD, ...STATES]}
        rows={months}
        rowKey={(row) => row.month}
        rowTone={(row) => (row.late === "" ? "plain" : "warning")}
        tall={false}
        empty="没有月份"
      />
    </Card>
  );
}

function attendanceText(days: Month["days"]): string {
  if (days === null) return "未登记";
  const { workedDays, leaveDays, absentDays, openDays } = days;
  const rest = restDays(days);
  const parts = [
    `出勤 ${workedDays} 天`,
    ...(rest > 0 ? [`休息 ${rest} 天`] : []),
    ...(leaveDays > 0 ? [`请假 ${leaveDays} 天`] : []),
    ...(absentDays > 0 ? [`缺勤 ${absentDays} 天`] : []),
    ...(openDays > 0 ? [`${openDays} 天未登记`] : []),
  ];
  return parts.join("，");
}

function SheetLink({ wage }: { readonly wage: Month["wage"] }) {
  if (wage === null) return "未列入";
  return (
    <Link to={`/wage-sheets/${wage.sheetId}/lines/${wage.lineId}`} className={LINK}>
      {WAGE_SHEET_STATE_LABELS[wage.sheetState]}
    </Link>
  );
}

function paymentText(wage: Month["wage"]): string {
  if (wage === null) return "";
  if (wage.payment === null) return "未发放";
  const failed =
    wage.payment === "FAILED" && wage.failReason !== "" ? `（${wage.failReason}）` : "";
  return `${PAYMENT_STATE_LABELS[wage.payment]}${failed}`;
}
