import { Form } from "@remix-run/react";
import type { ClawbackPage } from "~/data/claims/clawback-view.server";
import { yuanDigits, yuanText } from "~/domain/shared/fen";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { FileField } from "~/ui/forms/file-field";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";

interface ClawbackFormsProps {
  readonly one: ClawbackPage;
  readonly today: string;
  readonly feedback: Feedback | undefined;
}

/** The form of whose turn it is. */
export function ClawbackForms({ one, today, feedback }: ClawbackFormsProps) {
  const { state, isOwn, mayDecide, mayCollect } = one;
  const isTurn = (state === "proposed" && mayDecide) || (state === "confirmed" && mayCollect);
  if (!isTurn) return null;
  if (isOwn) {
    return <Notice kind="info">您经手过这笔追回，这一步由别人办理。</Notice>;
  }
  return state === "proposed" ? (
    <Decide one={one} feedback={feedback} />
  ) : (
    <Repay one={one} today={today} feedback={feedback} />
  );
}

function Decide({ one, feedback }: Omit<ClawbackFormsProps, "today">) {
  const isAtBank = one.paymentState === "SENT";
  const confirm = one.paymentState === "PAID" ? "确认追回" : "确认停发";
  return (
    <Card title="确认或不予追回" className="max-w-3xl">
      <Form method="post">
        <input type="hidden" name="version" value={one.version} />
        <FormFeedback feedback={feedback}>
          {one.paymentState === "PAID" && (
            <TextField
              name="amount"
              label="核定追回金额（元）"
              hint={`提出 ${yuanText(one.amountFen)}；只有一部分不该发的，改成核定的数`}
              defaultValue={yuanDigits(one.amountFen)}
              required
              inputMode="decimal"
              maxLength={16}
            />
          )}
          <TextAreaField
            name="reason"
            label="依据或原因"
            hint="如 已向本人和用人单位核实，7 月起已返乡"
            required
            rows={2}
            maxLength={300}
          />
        </FormFeedback>
        <div className="mt-3 flex flex-wrap gap-3">
          {!isAtBank && (
            <SubmitButton name="intent" value="confirm">
              {confirm}
            </SubmitButton>
          )}
          <SubmitButton name="intent" value="drop" variant="default">
            不予追回
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

function Repay({ one, today, feedback }: ClawbackFormsProps) {
  return (
    <Card title="登记收回" note="全额收回后登记；登记后冲减资金支出" className="max-w-3xl">
      <Form method="post" encType="multipart/form-data">
        <input type="hidden" name="version" value={one.version} />
        <FormFeedback feedback={feedback}>
          <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
            <DateField name="repaidOn" label="收款日期" defaultValue={today} required />
            <TextField name="voucherNo" label="收款凭证号" required maxLength={60} />
            <FileField
              name="file"
              label="凭证（可不附）"
              hint="图片或 PDF，20 MB 以内"
              accept={[".pdf", ".jpg", ".jpeg", ".png"]}
            />
          </div>
        </FormFeedback>
        <SubmitButton className="mt-4" pendingLabel="正在保存…">
          登记已收回
        </SubmitButton>
      </Form>
    </Card>
  );
}
