import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";

/** The second pair of eyes on a voucher. */
export function ReviewSpendingCard() {
  return (
    <Card title="审核" note="凭证与登记相符的审核通过，计入支出数" className="max-w-4xl">
      <Form method="post">
        <SubmitButton name="intent" value="review" icon="check" pendingLabel="正在审核…">
          审核通过
        </SubmitButton>
      </Form>
    </Card>
  );
}
