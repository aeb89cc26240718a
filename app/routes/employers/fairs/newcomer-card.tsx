import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { NewPersonFields } from "~/ui/forms/new-person-fields";

/** Most who come to a fair were never trained or placed: nobody knows them yet. */
export function NewcomerCard({ feedback }: { readonly feedback: Feedback | undefined }) {
  return (
    <Card title="登记新的参加人员" note="没有登记过的本县人员，登记后即加入名单">
      <Form method="post">
        <FormFeedback feedback={feedback}>
          <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-3">
            <NewPersonFields />
          </div>
        </FormFeedback>
        <SubmitButton
          className="mt-4"
          name="intent"
          value="newcomer"
          variant="default"
          pendingLabel="正在加入…"
        >
          登记并加入
        </SubmitButton>
      </Form>
    </Card>
  );
}
