import { Form } from "@remix-run/react";
import type { PaymentRow } from "~/data/posts/wage-payment-view.server";
import { yuanText } from "~/domain/shared/fen";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { FileField } from "~/ui/forms/file-field";
import { chinaMinute } from "~/ui/frame/frame-data";

interface PaymentsProps {
  readonly sheetId: string;
  readonly payments: readonly PaymentRow[];
  /** Enters the bank's answer. */
  readonly mayPay: boolean;
  /** Opens the files. */
  readonly canOpen: boolean;
}

/** The files that went to the bank, each with its answer or the form that takes it. */
export function Payments({ sheetId, payments, mayPay, canOpen }: PaymentsProps) {
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
                detail:
                  payment.resultAt === null
                    ? "还没有登记"
                    : `${payment.resultByName} ${chinaMinute(payment.resultAt)} 登记：成功 ${payment.paidCount} 人，失败 ${payment.failedCount} 人`,
              },
            ]}
          />
          {mayPay && payment.resultAt === null && <ResultForm payment={payment} />}
        </Card>
      ))}
    </>
  );
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
        hint="表头有 序号、账号、金额、结果、失败原因、日期；每人一行，全部对上才登记"
        accept={[".xlsx", ".xls", ".csv"]}
        required
      />
      <div className="mt-3">
        <SubmitButton pendingLabel="正在核对…">登记回盘</SubmitButton>
      </div>
    </Form>
  );
}
