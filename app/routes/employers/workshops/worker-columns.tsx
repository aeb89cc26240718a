import type { SerializeFrom } from "@remix-run/node";
import { Link } from "@remix-run/react";
import type { WorkerLine } from "~/data/employers/workshop-people-view.server";
import type { JobsOnDay, WorkshopPage } from "~/data/employers/workshop-view.server";
import type { Column } from "~/ui/tables/column";

const LINK = "text-brand-600 hover:underline";

export const WORKER_COLUMNS: readonly Column<SerializeFrom<WorkerLine>>[] = [
  { key: "name", header: "姓名", isRowHeader: true, cell: (row) => row.name },
  { key: "id", header: "身份证号", cell: (row) => row.maskedId },
  { key: "job", header: "岗位", cell: (row) => row.jobTitle || "—" },
  { key: "from", header: "上岗", cell: (row) => row.startedOn },
  { key: "to", header: "离岗", cell: (row) => row.endedOn ?? "在岗" },
  { key: "poor", header: "建档立卡", cell: (row) => (row.isPoor ? "是" : "未查到") },
  {
    key: "placement",
    header: "就业登记",
    cell: (row) => (
      <Link to={`/placements/${row.placementId}`} className={LINK}>
        查看
      </Link>
    ),
  },
];

/** Every figure opens its people; the growth is against the row below it. */
export function jobColumns({
  id,
  jobs,
}: SerializeFrom<WorkshopPage>): readonly Column<JobsOnDay>[] {
  const people = (on: string, query: string, count: number) => (
    <Link to={`/workshops/${id}?on=${on}${query}#people`} className={LINK}>
      {count}
    </Link>
  );
  const growth = (row: JobsOnDay, of: (one: JobsOnDay) => number) => {
    const before = jobs[jobs.findIndex(({ on }) => on === row.on) + 1];
    if (before === undefined) return "—";
    const more = of(row) - of(before);
    return more > 0 ? `+${more}` : String(more);
  };
  const isToday = (row: JobsOnDay) => row.on === jobs[0]?.on;
  return [
    {
      key: "on",
      header: "日期",
      isRowHeader: true,
      cell: (row) => (isToday(row) ? `${row.on}（今天）` : row.on),
    },
    {
      key: "workers",
      header: "在岗（人）",
      align: "right",
      cell: (row) => people(row.on, "", row.workers),
    },
    {
      key: "growth",
      header: "比上一年末",
      align: "right",
      cell: (row) => growth(row, ({ workers }) => workers),
    },
    {
      key: "poor",
      header: "其中建档立卡（人）",
      align: "right",
      cell: (row) => people(row.on, "&poor=1", row.poorWorkers),
    },
    {
      key: "poorGrowth",
      header: "建档立卡比上一年末",
      align: "right",
      cell: (row) => growth(row, ({ poorWorkers }) => poorWorkers),
    },
  ];
}
