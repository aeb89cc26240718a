import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import type { StudentPage } from "~/data/employers/student-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";
import { StudentFields } from "./student-fields";

interface Props {
  readonly student: SerializeFrom<StudentPage>;
  readonly feedback: Feedback | undefined;
}

/** What is registered of the schooling; the state changes by steps alone. */
export function ChangeStudent({
  student,
  districts,
  feedback,
}: Props & { readonly districts: readonly { readonly code: string; readonly name: string }[] }) {
  const { schoolName, districtCode, major, enrolledOn, graduatesOn, note } = student;
  return (
    <Card title="修改登记内容" className="max-w-4xl">
      <Form method="post">
        <input type="hidden" name="version" value={student.version} />
        <FormFeedback feedback={feedback}>
          <StudentFields
            districts={districts}
            defaults={{
              ...{ schoolName, major, enrolledOn, graduatesOn, note },
              districtCode: districtCode ?? "",
            }}
          />
        </FormFeedback>
        <SubmitButton className="mt-4" name="intent" value="change" pendingLabel="正在保存…">
          保存修改
        </SubmitButton>
      </Form>
    </Card>
  );
}

/** For a student who was registered by mistake; the row and its steps stay. */
export function RemoveStudent({ student, feedback }: Props) {
  return (
    <Card title="撤销登记" note="登记有误时使用；记录保留，不再列入跟踪" className="max-w-4xl">
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="version" value={student.version} />
        <FormFeedback feedback={feedback}>
          <TextField
            name="reason"
            label="撤销原因"
            required
            maxLength={300}
            className="w-full md:w-96"
          />
        </FormFeedback>
        <SubmitButton variant="danger" name="intent" value="remove" pendingLabel="正在撤销…">
          撤销登记
        </SubmitButton>
      </Form>
    </Card>
  );
}
