import type { SerializeFrom } from "@remix-run/node";
import { Form, Link } from "@remix-run/react";
import type { OpenVacancy } from "~/data/employers/open-vacancies-view.server";
import type { StudentPage } from "~/data/employers/student-view.server";
import { STEP_LABELS } from "~/domain/employers/student-step";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";

interface StepCardProps {
  readonly student: SerializeFrom<StudentPage>;
  readonly vacancies: readonly OpenVacancy[];
  readonly today: string;
  readonly feedback: Feedback | undefined;
}

/** What was done for the student; the choice holds only what can be done from where he stands. */
export function StepCard({ student, vacancies, today, feedback }: StepCardProps) {
  return (
    <Card title="登记跟踪情况" className="max-w-4xl">
      {/* A new form for every step: what was typed for the last one is not offered again. */}
      <Form key={student.version} method="post">
        <input type="hidden" name="version" value={student.version} />
        <FormFeedback feedback={feedback}>
          <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
            <SelectField
              name="kind"
              label="办理事项"
              required
              options={student.next.map((value) => ({ value, label: STEP_LABELS[value] }))}
            />
            <DateField name="doneOn" label="办理日期" required defaultValue={today} />
            <TextField
              name="employer"
              label="用人单位（推荐、录用的必填）"
              hint="统一社会信用代码，或登记的名称；选了岗位的不用填"
              maxLength={60}
            />
            <SelectField
              name="vacancyId"
              label="推荐的岗位"
              options={vacancies.map(({ id, title, employerName }) => ({
                value: id,
                label: `${title}（${employerName}）`,
              }))}
              emptyLabel="未选"
            />
            <SelectField
              name="placementId"
              label="就业登记（办理就业的必选）"
              hint="本人入学以后开始的工作"
              options={student.placements.map(({ id, employerName, startedOn }) => ({
                value: id,
                label: `${startedOn} ${employerName}`,
              }))}
              emptyLabel="未选"
            />
            <TextAreaField name="note" label="说明" rows={2} maxLength={300} />
          </div>
        </FormFeedback>
        <p className="mt-3 text-slate-600">
          已经就业、还没有就业登记的，先
          <Link
            to={`/placements/new?person=${student.personId}`}
            className="text-brand-600 underline"
          >
            登记转移就业
          </Link>
          。
        </p>
        <SubmitButton className="mt-4" name="intent" value="step" pendingLabel="正在登记…">
          登记
        </SubmitButton>
      </Form>
    </Card>
  );
}
