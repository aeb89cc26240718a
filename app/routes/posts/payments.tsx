import { Form } from "@remix-run/react";
import type { PaymentRow } from "~/data/posts/wage-payment-view.server";
import { yuanText } from "~/domain/shared/fen";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { FileField } from "~/ui/forms/file-field";
import type { Feedback } from "~/ui/forms/form-feedback";
import { chinaMinute } from "~/ui/frame/frame-data";
import { Attempts } from "./payment-attempts";
import { WithdrawPayment } from "./withdraw-payment";

interface PaymentsProps {
  readonly sheetId: string;
  readonly payments: readonly PaymentRow[];
  /** Enters the bank's answer. */
  readonly mayPay: boolean;
  /** Opens the files. */
  readonly canOpen: boolean;
  /** Takes a file back that never reached the bank. */
  readonly mayWithdraw: boolean;
  readonly feedback: (Feedback & { readonly intent?: string }) | undefined;
}

/** The files that went to the bank, each with its answer or the form that takes it. */
export function Payments(props: PaymentsProps) {
  const { sheetId, payments, mayPay, canOpen, mayWithdraw, feedback } = props;
  return (
    <>
      {payments.map((payment) => (
        <Card
          key={payment.id}
          title={`第 ${payment.number} 次代发`}
          note={`${payment.lineCount} 人，${yuanText(payment.totalFen)}`}
          actions={canOpen && <Files sheetId={sheetId} payment={payment} />}
        >
          <DescriptionList
            items={[
              {
                term: "代发文件",
                detail: `${payment.madeByName} ${chinaMinute(payment.madeAt)} 生成`,
              },
              {
                term: "银行回盘",
                detail: resultText(payment),
              },
            ]}
          />
          <Attempts sheetId={sheetId} attempts={payment.attempts} number={payment.number} />
          {mayPay && isOpen(payment) && <ResultForm payment={payment} />}
          {mayWithdraw && isOpen(payment) && (
            <WithdrawPayment payment={payment} feedback={feedback} />
          )}
        </Card>
      ))}
    </>
  );
}

const isOpen = ({ resultAt, withdrawn }: PaymentRow) => resultAt === null && withdrawn === null;

function resultText(payment: PaymentRow): string {
  const { withdrawn, resultAt, resultByName, paidCount, failedCount } = payment;
  if (withdrawn !== null) {
    return `${withdrawn.byName} ${chinaMinute(withdrawn.at)} 整批撤回：${withdrawn.reason}`;
  }
  if (resultAt === null) return "还没有登记";
  return `${resultByName} ${chinaMinute(resultAt)} 登记：成功 ${paidCount} 人，失败 ${failedCount} 人`;
}

function Files(props: { readonly sheetId: string; readonly payment: PaymentRow }) {
  const { sheetId, payment } = props;
  const file = (which: string, label: string) => (
    // A download is no page: the browser takes it as it comes.
    <Form
      method="post"
      action={`/wage-sheets/${sheetId}/payments/${payment.id}/${which}`}
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

function ResultForm({ payment }: { readonly payment: PaymentRow }) {
  return (
    <Form method="post" encType="multipart/form-data" className="mt-4 max-w-2xl">
      <input type="hidden" name="paymentId" value={payment.id} />
      <FileField
        id={`result-${payment.number}`}
        name="file"
        label="银行回盘文件"
        hint="表头有 序号、账号、金额、结果、失败原因、日期；按银行提供的原样上传，不要修改；每人一行，全部对上才登记"
        accept={[".xlsx", ".xls", ".csv"]}
        required
      />
      <div className="mt-3">
        <SubmitButton pendingLabel="正在核对…">登记回盘</SubmitButton>
      </div>
    </Form>
  );
}
