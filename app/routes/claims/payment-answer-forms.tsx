import { Form } from "@remix-run/react";
import type { ClaimPaymentRow } from "~/data/claims/claim-payments-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { FileField } from "~/ui/forms/file-field";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextAreaField, TextField } from "~/ui/forms/text-field";

interface OfPayment {
  readonly payment: ClaimPaymentRow;
  readonly feedback: (Feedback & { readonly intent?: string }) | undefined;
}

/** Takes the bank's answer to a file in. */
export function ResultForm({ payment, feedback }: OfPayment) {
  return (
    <Form method="post" encType="multipart/form-data" className="mt-4 max-w-2xl space-y-3">
      <input type="hidden" name="paymentId" value={payment.id} />
      <FormFeedback feedback={feedback?.intent === "result" ? feedback : undefined}>
        <TextField
          id={`voucher-${payment.number}`}
          name="voucherNo"
          label="支付凭证号"
          hint="已发放的金额按这个凭证号记入资金支出"
          required
          maxLength={60}
        />
        <FileField
          id={`result-${payment.number}`}
          name="file"
          label="银行回盘文件"
          hint="表头有 序号、账号、金额、结果、失败原因、日期；按银行提供的原样上传，不要修改；全部对上才登记"
          accept={[".xlsx", ".xls", ".csv"]}
          required
        />
      </FormFeedback>
      <SubmitButton pendingLabel="正在核对…">登记回盘</SubmitButton>
    </Form>
  );
}

/** Takes a file back as a whole; whoever made it may not. */
export function Withdraw({ payment, feedback }: OfPayment) {
  const isOwn = feedback?.intent === "withdraw" && feedback.values?.["paymentId"] === payment.id;
  return (
    <details className="mt-3" open={isOwn}>
      <summary className="cursor-pointer text-brand-600">整批未送达或被银行退回</summary>
      <Form method="post" className="mt-2 max-w-2xl">
        <p className="mb-2 text-slate-700">
          撤回前请向银行核实一笔也没有入账。撤回后这些明细可以重新列入代发文件；原文件留作凭证。
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
