import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";

interface AccountFieldsProps {
  readonly title: string;
  readonly note: string;
  readonly holder: { readonly name: string; readonly hint: string };
  readonly version: number;
  readonly feedback: Feedback | undefined;
}

/** The number is typed twice: the bank pays to whatever stands there. */
export function AccountFields({ title, note, holder, version, feedback }: AccountFieldsProps) {
  const number = { required: true, maxLength: 40, autoComplete: "off" } as const;
  return (
    <Card title={title} note={note} className="max-w-3xl">
      <Form method="post">
        <input type="hidden" name="version" value={version} />
        <FormFeedback feedback={feedback}>
          <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
            <TextField
              name="holderName"
              label="户名"
              hint={holder.hint}
              required
              maxLength={60}
              defaultValue={holder.name}
            />
            <TextField name="bankName" label="开户银行" required maxLength={40} />
            <TextField
              {...{ name: "account", label: "账号", hint: "10 至 30 位数字", ...number }}
              inputMode="numeric"
            />
            <TextField
              {...{ name: "again", label: "再填一次账号", ...number }}
              inputMode="numeric"
            />
          </div>
        </FormFeedback>
        <SubmitButton className="mt-4" name="intent" value="save" pendingLabel="正在保存…">
          登记账户
        </SubmitButton>
      </Form>
    </Card>
  );
}
