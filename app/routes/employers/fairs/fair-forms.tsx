import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import type { FairPage } from "~/data/employers/fair-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
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
