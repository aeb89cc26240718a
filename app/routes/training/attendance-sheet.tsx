import { Form } from "@remix-run/react";
import { useRef } from "react";
import type { SerializeFrom } from "@remix-run/node";
import type { AttendanceRow } from "~/data/training/attendance-view.server";
import {
  ATTENDANCE_KEYS,
  ATTENDANCE_LABELS,
  ATTENDANCE_STATES,
} from "~/domain/training/attendance";
import { Button } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";
import { useHydrated } from "~/ui/use-hydrated";
import { AttendanceLine, AttendanceLineRead } from "./attendance-line";

type Row = SerializeFrom<AttendanceRow>;

interface AttendanceSheetProps {
  readonly rows: readonly Row[];
  readonly mayWrite: boolean;
  readonly feedback: Feedback | undefined;
}

const KEYS = ATTENDANCE_STATES.map(
  (state) => `${ATTENDANCE_KEYS[state].toUpperCase()} ${ATTENDANCE_LABELS[state]}`,
).join("，");

/** All trainees of a session, one row each; nothing is ticked that nobody has said. */
export function AttendanceSheet({ rows, mayWrite, feedback }: AttendanceSheetProps) {
  if (rows.length === 0) {
    return (
      <EmptyState title="花名册上还没有学员" icon="roster">
        由县级经办人先导入本班花名册，再登记考勤。
      </EmptyState>
    );
  }
  if (!mayWrite) {
    return (
      <Card title="考勤" flush>
        <ul className="divide-y divide-slate-200">
          {rows.map((row) => (
            <AttendanceLineRead key={row.id} row={row} />
          ))}
        </ul>
      </Card>
    );
  }
  return <AttendanceForm rows={rows} feedback={feedback} />;
}

function AttendanceForm({ rows, feedback }: Omit<AttendanceSheetProps, "mayWrite">) {
  const list = useRef<HTMLUListElement>(null);
  const hasMarks = rows.some(({ state }) => state !== null);
  return (
    // A save may change what the rows start with: the form is drawn anew with each version.
    <Form method="post" key={rows.map(({ version }) => version).join()}>
      <FormFeedback feedback={feedback}>
        <Card title="考勤" note={`${rows.length} 人；没有选的不登记，不会默认出勤`} flush>
          <div className="flex flex-wrap items-center gap-3 border-b border-slate-200 px-4 py-2">
            <RestPresent onFill={() => fillRest(list.current)} />
            <span className="hidden text-slate-600 md:inline">{`键盘：选中一行后按 ${KEYS}；↑↓ 换人`}</span>
          </div>
          <ul ref={list} className="divide-y divide-slate-200">
            {rows.map((row) => (
              <AttendanceLine key={row.id} row={row} />
            ))}
          </ul>
          <div className="space-y-3 border-t border-slate-200 p-4">
            {/* Always there: the button above may refuse for the form as a whole. */}
            <TextField
              name="reason"
              label="更正原因"
              hint={
                hasMarks
                  ? "更正已登记的考勤时必填，如 补交假条；首次登记的内容会保留"
                  : "首次登记不用填；日后更正时必填"
              }
              maxLength={200}
            />
            <SubmitButton name="intent" value="save" pendingLabel="正在保存…">
              保存考勤
            </SubmitButton>
          </div>
        </Card>
      </FormFeedback>
    </Form>
  );
}

/** With scripts it ticks and waits for 保存; without, the click itself saves the rest as present. */
function RestPresent({ onFill }: { readonly onFill: () => void }) {
  const hydrated = useHydrated();
  if (hydrated) return <Button onClick={onFill}>全部出勤（只选未登记的）</Button>;
  return (
    <SubmitButton name="intent" value="restPresent" variant="default" pendingLabel="正在保存…">
      其余均出勤并保存
    </SubmitButton>
  );
}

/** Ticks 出勤 where the row has no tick yet. */
function fillRest(list: HTMLUListElement | null): void {
  for (const row of Array.from(list?.querySelectorAll("[data-attendance-row]") ?? [])) {
    if (row.querySelector("input[type=radio]:checked") !== null) continue;
    const first = row.querySelector<HTMLInputElement>("input[type=radio]");
    if (first !== null) first.checked = true;
  }
}
