import { Form } from "@remix-run/react";
import { ROLE_LABELS, ROLES } from "~/domain/access/role";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { RegionPicker, type RegionChoice } from "~/ui/forms/region-picker";
import { SelectField } from "~/ui/forms/select-field";
import { DateField } from "~/ui/forms/text-field";

interface GrantRoleFormProps {
  readonly version: number;
  readonly regions: readonly RegionChoice[];
  readonly today: string;
  readonly feedback: Feedback | undefined;
}

const ROLE_OPTIONS = ROLES.map((value) => ({ value, label: ROLE_LABELS[value] }));

export function GrantRoleForm({ version, regions, today, feedback }: GrantRoleFormProps) {
  return (
    <Card title="授予角色" note="互相制约的岗位不能由一人担任，提交时检查">
      <Form method="post">
        <input type="hidden" name="version" value={version} />
        <FormFeedback feedback={feedback}>
          <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2 xl:grid-cols-4">
            <SelectField
              name="role"
              label="角色"
              hint="一次授予一个"
              options={ROLE_OPTIONS}
              required
            />
            <RegionPicker
              name="regionCode"
              label="地区"
              hint="角色在此地区内有效"
              regions={regions}
              required
            />
            <DateField name="from" label="起始日" hint="含当日" defaultValue={today} required />
            <DateField name="to" label="截止日" hint="含当日；不填为长期" />
          </div>
        </FormFeedback>
        <SubmitButton className="mt-4" name="intent" value="grant" icon="plus">
          授予角色
        </SubmitButton>
      </Form>
    </Card>
  );
}
