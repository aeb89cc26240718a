import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import type { WorkshopPage } from "~/data/employers/workshop-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import type { OptionGroup } from "~/ui/forms/select-field";
import { DateField, TextField } from "~/ui/forms/text-field";
import { WorkshopFields } from "./workshop-fields";

interface Props {
  readonly workshop: SerializeFrom<WorkshopPage>;
  readonly feedback: Feedback | undefined;
}

export function ChangeWorkshop({
  workshop,
  places,
  feedback,
}: Props & { readonly places: readonly OptionGroup[] }) {
  const { name, regionCode, recognisedBy, documentNumber, recognisedOn, validTo } = workshop;
  const defaults = { name, regionCode, recognisedBy, documentNumber, recognisedOn };
  return (
    <Card title="修改登记内容" className="max-w-4xl">
      <Form method="post">
        <input type="hidden" name="version" value={workshop.version} />
        <FormFeedback feedback={feedback}>
          <WorkshopFields places={places} defaults={{ ...defaults, validTo: validTo ?? "" }} />
        </FormFeedback>
        <SubmitButton className="mt-4" name="intent" value="change" pendingLabel="正在保存…">
          保存修改
        </SubmitButton>
      </Form>
    </Card>
  );
}

/** Ends a recognition; it cannot be taken back. */
export function WithdrawWorkshop({ workshop, feedback }: Props) {
  return (
    <Card title="撤销认定" note="撤销后不能恢复；重新认定的另行登记" className="max-w-4xl">
      <Form method="post">
        <input type="hidden" name="version" value={workshop.version} />
        <FormFeedback feedback={feedback}>
          <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
            <DateField name="withdrawnOn" label="撤销日期" required />
            <TextField name="reason" label="撤销原因" required maxLength={300} />
          </div>
        </FormFeedback>
        <SubmitButton
          className="mt-4"
          variant="danger"
          name="intent"
          value="withdraw"
          pendingLabel="正在撤销…"
        >
          撤销认定
        </SubmitButton>
      </Form>
    </Card>
  );
}
