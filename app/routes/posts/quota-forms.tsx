import { Form } from "@remix-run/react";
import type { QuotaPage } from "~/data/posts/quota-view.server";
import { yuanDigits } from "~/domain/shared/fen";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";
import { QuotaFields } from "./quota-fields";

interface QuotaFormsProps {
  readonly quota: Pick<QuotaPage, "facts" | "version">;
  readonly feedback: Feedback | undefined;
}

/** Corrects a quota, or closes it. */
export function QuotaForms({ quota, feedback }: QuotaFormsProps) {
  const { facts, version } = quota;
  const { posts, monthlyRateFen, issuedOn, ...texts } = facts;
  const defaults = {
    ...{ ...texts, posts: String(posts), issuedOn: issuedOn ?? "" },
    monthlyRateFen: yuanDigits(monthlyRateFen),
  };
  const isClosing = feedback?.values?.["intent"] === "close";
  return (
    <>
      <Card title="修改指标" note="已登记的人仍按登记时的标准和区域" className="max-w-4xl">
        <Form method="post">
          <input type="hidden" name="version" value={version} />
          <FormFeedback feedback={isClosing ? undefined : feedback}>
            <QuotaFields defaults={defaults} />
          </FormFeedback>
          <SubmitButton className="mt-4" name="intent" value="change" pendingLabel="正在保存…">
            保存修改
          </SubmitButton>
        </Form>
      </Card>
      <Card title="关闭指标" note="不再登记新的人员；在岗的人不受影响" className="max-w-4xl">
        <Form method="post" className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="version" value={version} />
          <FormFeedback feedback={isClosing ? feedback : undefined}>
            <TextField
              name="reason"
              label="关闭原因"
              required
              maxLength={200}
              className="w-full md:w-96"
            />
          </FormFeedback>
          <SubmitButton variant="danger" name="intent" value="close" pendingLabel="正在关闭…">
            关闭指标
          </SubmitButton>
        </Form>
      </Card>
    </>
  );
}
