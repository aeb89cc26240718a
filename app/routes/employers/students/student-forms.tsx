import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import type { StudentPage } from "~/data/employers/student-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
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
