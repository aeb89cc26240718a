import { Form } from "@remix-run/react";
import type { UserView } from "~/data/access/user-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";

interface UserFormProps {
  readonly user: Pick<UserView, "name" | "organisationId" | "version">;
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly feedback: Feedback | undefined;
}

export function UserForm({ user, organisations, feedback }: UserFormProps) {
  return (
    <Card title="资料">
      <Form method="post">
        <input type="hidden" name="version" value={user.version} />
        <FormFeedback feedback={feedback}>
          <div className="grid max-w-2xl grid-cols-1 gap-4 sm:grid-cols-2">
            <TextField name="name" label="姓名" defaultValue={user.name} maxLength={30} required />
            <SelectField
              name="organisationId"
              label="所在单位"
              options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={user.organisationId}
              required
            />
          </div>
        </FormFeedback>
        <SubmitButton className="mt-4" name="intent" value="change">
          保存资料
        </SubmitButton>
      </Form>
    </Card>
  );
}
