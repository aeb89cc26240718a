import { writeHours } from "~/domain/training/timetable";
import { weekdayLabel, weekdayOf } from "~/domain/training/weekday";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

interface Planned {
  readonly heldOn: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly classHours: number;
  readonly place: string;
  readonly teacher: string;
}

const COLUMNS: readonly Column<Planned>[] = [
  {
    key: "time",
    header: "上课时间",
    isRowHeader: true,
    cell: (one) => `${one.heldOn} ${weekdayLabel(weekdayOf(one.heldOn))} ${writeHours(one)}`,
  },
  { key: "hours", header: "课时", align: "right", cell: (one) => one.classHours },
  { key: "place", header: "地点", cell: (one) => one.place },
  { key: "teacher", header: "教师", cell: (one) => one.teacher },
];

interface SeriesPreviewProps {
  readonly sessions: readonly Planned[];
  /** What was asked for, sent back with the confirmation. */
  readonly plan: string;
}

/** What would be added; nothing is written before the button below is pressed. */
export function SeriesPreview({ sessions, plan }: SeriesPreviewProps) {
  const hours = sessions.reduce((total, { classHours }) => total + classHours, 0);
  return (
    <Card
      title="预览"
      note={`将新增 ${sessions.length} 次课，共 ${hours} 课时；还没有保存`}
      actions={
        sessions.length > 0 && (
          <SubmitButton name="intent" value="add" pendingLabel="正在登记…">
            确认登记
          </SubmitButton>
        )
      }
      flush
    >
      <input type="hidden" name="plan" value={plan} />
      <DataTable
        caption="将新增的课次"
        columns={COLUMNS}
        rows={sessions}
        rowKey={(one) => `${one.heldOn} ${one.startsAt}`}
        empty={
          <EmptyState title="没有可新增的课次">
            起止日期之间没有所选的星期，请改后再预览。
          </EmptyState>
        }
      />
    </Card>
  );
}
