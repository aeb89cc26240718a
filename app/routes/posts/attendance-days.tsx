import { Form } from "@remix-run/react";
import { MARK_LABELS } from "~/domain/posts/attendance";
import { ENTERED_MARKS } from "~/domain/posts/attendance-entry";
import { addDays, type CalendarDate } from "~/domain/shared/calendar-date";
import { weekdayLabel, weekdayOf } from "~/domain/training/weekday";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";

const OPTIONS = ENTERED_MARKS.map((value) => ({ value, label: MARK_LABELS[value] }));

interface AttendanceDaysProps {
  readonly month: CalendarDate;
  readonly row: { readonly marks: string; readonly version: number; readonly note: string };
  readonly hasCome: readonly boolean[];
  readonly feedback: Feedback | undefined;
}

/** One choice a day in the post that has come. */
export function AttendanceDays({ month, row, hasCome, feedback }: AttendanceDaysProps) {
  const days = [...row.marks].flatMap((mark, at) =>
    mark === "-" || hasCome[at] !== true ? [] : [{ at, mark }],
  );
  return (
    <Card title="逐日登记" note="没有选的不登记；还没有到的日子不列">
      <Form method="post" key={row.version}>
        <FormFeedback feedback={feedback}>
          <input type="hidden" name="version" value={row.version} />
          <div className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-4 lg:grid-cols-7">
            {days.map(({ at, mark }) => (
              <SelectField
                key={at}
                name={`d${at + 1}`}
                label={`${at + 1} 日 ${weekdayLabel(weekdayOf(addDays(month, at)))}`}
                options={OPTIONS}
                emptyLabel="未登记"
                defaultValue={mark === "?" ? "" : mark}
              />
            ))}
          </div>
          <TextField
            name="note"
            label="备注"
            hint="如 请假事由、补登原因"
            maxLength={200}
            defaultValue={row.note}
            className="mt-4 max-w-2xl"
          />
          <div className="mt-4">
            <SubmitButton pendingLabel="正在保存…">保存考勤</SubmitButton>
          </div>
        </FormFeedback>
      </Form>
    </Card>
  );
}
