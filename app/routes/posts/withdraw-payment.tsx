import { Form } from "@remix-run/react";
import type { PaymentRow } from "~/data/posts/wage-payment-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextAreaField } from "~/ui/forms/text-field";

/** Takes a file back as a whole; whoever made it may not. */
export function WithdrawPayment(props: {
  readonly payment: Pick<PaymentRow, "id" | "number">;
  readonly feedback: (Feedback & { readonly intent?: string }) | undefined;
}) {
  const { payment, feedback } = props;
  const isOwn = feedback?.intent === "withdraw" && feedback.values?.["paymentId"] === payment.id;
  return (
    <details className="mt-3" open={isOwn}>
      <summary className="cursor-pointer text-brand-600">整批未送达或被银行退回</summary>
      <Form method="post" className="mt-2 max-w-2xl">
        <p className="mb-2 text-slate-700">
          撤回前请向银行核实一笔也没有入账。撤回后这些人可以重新列入代发文件，账号不受影响；原文件留作凭证。
        </p>
        <input type="hidden" name="paymentId" value={payment.id} />
        <FormFeedback feedback={isOwn ? feedback : undefined}>
          <TextAreaField
            id={`withdraw-${payment.number}`}
            name="reason"
            label="撤回原因"
            hint="如 文件没有送到银行、银行格式不符整批退回"
            required
            rows={2}
            maxLength={200}
          />
        </FormFeedback>
        <div className="mt-3">
          <SubmitButton name="intent" value="withdraw" variant="danger">
            整批撤回
          </SubmitButton>
        </div>
      </Form>
    </details>
  );
}
