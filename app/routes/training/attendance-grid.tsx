import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewAttendanceGrid } from "~/data/training/attendance-grid-view.server";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { ATTENDANCE_LABELS } from "~/domain/training/attendance";
import { shareText } from "~/domain/training/attendance-sum";
import { writeHours } from "~/domain/training/timetable";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import type { PageHandle } from "~/ui/frame/page-handle";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { requireActor } from "~/usecases/access/require-actor.server";
import { ClassFrame } from "./class-frame";

type Loaded = SerializeFrom<typeof loader>;
type Row = Loaded["grid"]["rows"][number];

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.label}考勤总表`,
  crumb: () => ({ label: "考勤总表" }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewClassHead(actor, params["classId"], today);
  if (head === null) throw notFound();
  const where = { classId: head.id, rosterId: head.roster?.id ?? null };
  return { head, grid: await viewAttendanceGrid(actor, where, today) };
}

export default function AttendanceGrid() {
  const { head, grid } = useLoaderData<typeof loader>();
  const { sessions, rows, upcoming } = grid;
  return (
    <ClassFrame
      head={head}
      current="sessions"
      actions={
        <>
          <ButtonLink to={`/classes/${head.id}/forms/attendance-summary`} icon="print">
            打印考勤汇总表
          </ButtonLink>
          <ButtonLink to={`/classes/${head.id}/sessions`}>返回课程表</ButtonLink>
        </>
      }
    >
      <p className="mb-3 text-slate-600">
        {`已到上课日 ${sessions.length} 次，未到 ${upcoming} 次。出勤、迟到、早退计入出勤课时，请假、缺勤和未登记的不计；出勤率按已到上课日的应到课时计算。`}
      </p>
      <DataTable
        caption="考勤总表"
        columns={columnsOf(sessions)}
        rows={rows}
        rowKey={(row) => row.id}
        rowTone={(row) => (row.sum.unmarked > 0 ? "warning" : "plain")}
        empty={
          <EmptyState title="花名册上还没有学员" icon="roster">
            由县级经办人先导入本班花名册。
          </EmptyState>
        }
      />
    </ClassFrame>
  );
}

function columnsOf(sessions: Loaded["grid"]["sessions"]): readonly Column<Row>[] {
  return [
    {
      key: "name",
      header: "学员",
      isRowHeader: true,
      cell: (row) => `${row.lineNo} ${row.name}`,
    },
    {
      key: "hours",
      header: "出勤/应到课时",
      align: "right",
      cell: (row) => `${row.sum.attendedHours}/${row.sum.dueHours}`,
    },
    {
      key: "share",
      header: "出勤率",
      align: "right",
      cell: (row) => shareText(row.sum.attendedHours, row.sum.dueHours),
    },
    { key: "unmarked", header: "未登记", align: "right", cell: (row) => row.sum.unmarked },
    ...sessions.map((session, at): Column<Row> => ({
      key: session.id,
      header: `${session.heldOn.slice(5)} ${writeHours(session)}`,
      align: "center",
      cell: (row) => <State state={row.states[at] ?? null} />,
    })),
  ];
}

function State({ state }: { readonly state: Row["states"][number] }) {
  if (state === null) return <span className="text-slate-600">未登记</span>;
  const isPlain = state === "PRESENT";
  return <span className={isPlain ? undefined : "font-semibold"}>{ATTENDANCE_LABELS[state]}</span>;
}
