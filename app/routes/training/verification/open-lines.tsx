import type { SerializeFrom } from "@remix-run/node";
import type { EventStanding, OpenLine } from "~/data/evidence/verification-view.server";
import {
  categoryLabel,
  LINE_STANDING_LABELS,
  type LineStanding,
} from "~/domain/evidence/verification-answer";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

/** What is to be done about a line that has not proved its status. */
const CURES: Readonly<Record<LineStanding, string>> = {
  valid: "",
  validAfterwards: "",
  notFound: "核对身份证号和姓名；确非建档立卡的，从花名册移除",
  missing: "尚未查验，请查验",
  otherDay: "培训日期改过，请按现在的日期重新查验",
  tooOld: "数据过旧，请用较新的数据或到平台重新查验",
};

const COLUMNS: readonly Column<SerializeFrom<OpenLine>>[] = [
  { key: "lineNo", header: "序号", align: "right", cell: ({ lineNo }) => lineNo },
  { key: "name", header: "姓名", isRowHeader: true, cell: ({ name }) => name },
  { key: "standing", header: "查验情况", cell: ({ standing }) => LINE_STANDING_LABELS[standing] },
  {
    key: "answer",
    header: "已有结果",
    cell: ({ answer }) =>
      answer === null ? "–" : `${categoryLabel(answer.category)}（${answer.verifiedOn}）`,
  },
  {
    key: "cure",
    header: "怎样办",
    cell: ({ standing }) => CURES[standing],
    className: "min-w-[14rem] whitespace-normal",
  },
];

interface OpenLinesProps {
  readonly event: SerializeFrom<EventStanding>;
  readonly label: string;
}

/** The trainees whose status is not proved for the event. */
export function OpenLines({ event, label }: OpenLinesProps) {
  const left = event.headcount - event.proved - event.open.length;
  return (
    <details open={event.open.length <= 20}>
      <summary className="cursor-pointer py-2 font-medium">
        {`${label}尚未证实的 ${event.headcount - event.proved} 人`}
      </summary>
      <DataTable
        caption={`${label}尚未证实的学员`}
        columns={COLUMNS}
        rows={event.open}
        rowKey={({ lineId }) => lineId}
        empty={null}
      />
      {left > 0 && <p className="mt-2 text-slate-600">{`另有 ${left} 人未列出。`}</p>}
    </details>
  );
}
