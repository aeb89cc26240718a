import { Form } from "@remix-run/react";
import type { ClaimPaymentRow } from "~/data/claims/claim-payments-view.server";
import { yuanText } from "~/domain/shared/fen";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import type { Feedback } from "~/ui/forms/form-feedback";
import { chinaMinute } from "~/ui/frame/frame-data";
import { ResultForm, Withdraw } from "./payment-answer-forms";
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
