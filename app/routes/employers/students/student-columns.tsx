import type { SerializeFrom } from "@remix-run/node";
import type { StudentRow } from "~/data/employers/student-list-view.server";
import { Badge, StateBadge } from "~/ui/display/badge";
import type { Column } from "~/ui/tables/column";
import { SETTLING_WORDS, toneOf } from "./student-words";

type Row = SerializeFrom<StudentRow>;

export const STUDENT_COLUMNS: readonly Column<Row>[] = [
  { key: "name", header: "姓名", isRowHeader: true, cell: (row) => row.name },
  { key: "id", header: "身份证号", cell: (row) => row.maskedId },
  { key: "county", header: "县（市、区）", cell: (row) => row.countyName },
  {
    key: "school",
    header: "学校",
    cell: (row) => row.schoolName,
    className: "min-w-[10rem] whitespace-normal",
  },
  { key: "major", header: "专业", cell: (row) => row.major },
  { key: "graduatesOn", header: "毕业日期", cell: (row) => row.graduatesOn },
  {
    key: "state",
    header: "状态",
    cell: ({ state, stateWords }) => (
      <StateBadge label={stateWords} tone={toneOf(state, stateWords)} />
    ),
  },
  { key: "last", header: "最近跟踪", cell: (row) => row.lastStepOn ?? "—" },
  {
    key: "todo",
    header: "待办",
    cell: (row) => <StudentDuties settling={row.settling} isOverdue={row.isOverdue} />,
  },
];

export function StudentDuties({ settling, isOverdue }: Pick<Row, "settling" | "isOverdue">) {
  const duty = SETTLING_WORDS[settling];
  if (duty === null && !isOverdue) return <>—</>;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {duty !== null && <Badge tone={duty.tone}>{duty.label}</Badge>}
      {isOverdue && <Badge tone="warning">超过 90 天未联系</Badge>}
    </span>
  );
}
