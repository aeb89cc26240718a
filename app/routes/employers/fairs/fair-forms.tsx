import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import type { FairPage } from "~/data/employers/fair-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";
import { FairFields } from "./fair-fields";

interface Props {
  readonly fair: SerializeFrom<FairPage>;
  readonly feedback: Feedback | undefined;
}

export function ChangeFair({
  fair,
  feedback,
  districts,
}: Props & { readonly districts: readonly { readonly code: string; readonly name: string }[] }) {
  return (
    <Card title="修改登记内容" className="max-w-4xl">
      <Form method="post">
        <input type="hidden" name="version" value={fair.version} />
        <FormFeedback feedback={feedback}>
          <FairFields
            districts={districts}
            defaults={{
              ...{ name: fair.name, mode: fair.mode, place: fair.place, note: fair.note },
              ...{ heldOn: fair.heldOn, heldTo: fair.heldTo ?? "", organiser: fair.organiser },
              districtCode: fair.districtCode ?? "",
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

/** For a fair that was registered by mistake: it stays, with the reason, and counts no more. */
export function RemoveFair({ fair, feedback }: Props) {
  return (
    <Card
      title="撤销登记"
      note="登记有误时使用；撤销后保留记录，不再计入目标"
      className="max-w-4xl"
    >
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="version" value={fair.version} />
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
