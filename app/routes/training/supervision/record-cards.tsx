import { Form } from "@remix-run/react";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextAreaField } from "~/ui/forms/text-field";
import type { ShownRecord } from "./record-facts";

interface SignatureCardProps {
  readonly record: ShownRecord;
  readonly at: string;
  readonly maySee: boolean;
  /** The picture is asked for on its own, for each look goes into the trail. */
  readonly isWanted: boolean;
}

export function SignatureCard({ record, at, maySee, isWanted }: SignatureCardProps) {
  const what = record.isInk ? "屏幕签名" : "纸质签字页照片";
  return (
    <Card title="签名">
      <p className="mb-3">
        {record.signerName}（{record.signerOffice}），{what}。
      </p>
      {maySee && isWanted && (
        <img
          src={`${at}/${record.id}/picture`}
          alt={`${record.signerName}的${what}`}
          className="max-h-[32rem] max-w-full rounded border border-slate-300 bg-white"
        />
      )}
      {maySee && !isWanted && (
        <>
          <ButtonLink to={`${at}/${record.id}?picture=1`} icon="eye">
            查看签名
          </ButtonLink>
          <p className="mt-2 text-slate-600">每次查看都会留痕。</p>
        </>
      )}
      {!maySee && <p className="text-slate-600">您没有查看签名的权限。</p>}
    </Card>
  );
}

export function VoidCard({ feedback }: { readonly feedback: Feedback | undefined }) {
  return (
    <Card
      title="作废这份记录"
      note="监督记录签名后不能修改。写错的由本人作废，再重新登记；作废的记录和原因仍然保留。"
    >
      <Form method="post" className="max-w-2xl">
        <FormFeedback feedback={feedback}>
          <TextAreaField
            name="reason"
            label="作废原因"
            required
            rows={2}
            maxLength={200}
            className="mb-3"
          />
        </FormFeedback>
        <SubmitButton variant="danger" pendingLabel="正在作废…">
          作废
        </SubmitButton>
      </Form>
    </Card>
  );
}
