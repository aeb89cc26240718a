import { Form } from "@remix-run/react";
import type { ClaimPaymentRow } from "~/data/claims/claim-payments-view.server";
import { yuanText } from "~/domain/shared/fen";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { FileField } from "~/ui/forms/file-field";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextAreaField, TextField } from "~/ui/forms/text-field";
import { chinaMinute } from "~/ui/frame/frame-data";
import { Attempts } from "./payment-attempts";

interface PaymentCardsProps {
  readonly batchId: string;
  readonly payments: readonly ClaimPaymentRow[];
  /** Enters the bank's answer. */
  readonly mayPay: boolean;
  /** Opens the files. */
  readonly canOpen: boolean;
  /** Takes a file back that never reached the bank. */
  readonly mayWithdraw: boolean;
  readonly feedback: (Feedback & { readonly intent?: string }) | undefined;
}

/** The files that went to the bank, each with its answer or the form that takes it. */
export function PaymentCards(props: PaymentCardsProps) {
  const { batchId, payments, mayPay, canOpen, mayWithdraw, feedback } = props;
  return (
    <>
      {payments.map((payment) => (
        <Card
          key={payment.id}
          title={`第 ${payment.number} 次代发`}
          note={`${payment.lineCount} 条，${yuanText(payment.totalFen)}`}
          actions={canOpen && <Files batchId={batchId} payment={payment} />}
        >
          <DescriptionList
            items={[
              {
                term: "代发文件",
                detail: `${payment.madeByName} ${chinaMinute(payment.madeAt)} 生成`,
              },
              { term: "银行回盘", detail: resultText(payment) },
            ]}
          />
          <Attempts batchId={batchId} attempts={payment.attempts} number={payment.number} />
          {mayPay && isOpen(payment) && <ResultForm payment={payment} feedback={feedback} />}
          {mayWithdraw && isOpen(payment) && <Withdraw payment={payment} feedback={feedback} />}
        </Card>
      ))}
    </>
  );
}

const isOpen = ({ resultAt, withdrawn }: ClaimPaymentRow) =>
  resultAt === null && withdrawn === null;

function resultText(payment: ClaimPaymentRow): string {
  const { withdrawn, resultAt, resultByName, paidCount, failedCount } = payment;
  if (withdrawn !== null) {
    return `${withdrawn.byName} ${chinaMinute(withdrawn.at)} 整批撤回：${withdrawn.reason}`;
  }
  if (resultAt === null) return "还没有登记";
  return `${resultByName} ${chinaMinute(resultAt)} 登记：成功 ${paidCount} 条，失败 ${failedCount} 条`;
}

function Files(props: { readonly batchId: string; readonly payment: ClaimPaymentRow }) {
  const { batchId, payment } = props;
  const file = (which: string, label: string) => (
    // A download is no page: the browser takes it as it comes.
    <Form
      method="post"
      action={`/claims/${batchId}/payments/${payment.id}/${which}`}
      reloadDocument
    >
      <SubmitButton variant="default" size="small" icon="export">
        {label}
      </SubmitButton>
    </Form>
  );
  return (
    <>
      {file("sent", "下载代发文件")}
      {payment.resultAt !== null && file("result", "下载回盘")}
    </>
  );
}

interface OfPayment {
  readonly payment: ClaimPaymentRow;
  readonly feedback: PaymentCardsProps["feedback"];
}

function ResultForm({ payment, feedback }: OfPayment) {
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
function Withdraw({ payment, feedback }: OfPayment) {
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
