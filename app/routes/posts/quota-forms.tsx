import { Form } from "@remix-run/react";
import type { QuotaPage } from "~/data/posts/quota-view.server";
import { yuanDigits } from "~/domain/shared/fen";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { ReasonCard } from "~/ui/forms/reason-card";
import { DateField, TextField } from "~/ui/forms/text-field";
import { QuotaFields } from "./quota-fields";

interface QuotaFormsProps {
  readonly quota: Pick<QuotaPage, "facts" | "version" | "isBound">;
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
      {quota.isBound ? (
        <Adjusting quota={quota} feedback={isClosing ? undefined : feedback} />
      ) : (
        <Card
          title="修改指标"
          note="已登记拟聘的人要在其聘用登记中修改、保存一次，按新的内容登记后才能公示"
          className="max-w-4xl"
        >
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
      )}
      <ReasonCard
        title="关闭指标"
        note="不再登记新的人员；在岗的人不受影响"
        className="max-w-4xl"
        version={version}
        field={{ label: "关闭原因" }}
        button={{
          ...{ intent: "close", label: "关闭指标", pendingLabel: "正在关闭…" },
          variant: "danger",
        }}
        feedback={isClosing ? feedback : undefined}
      />
    </>
  );
}

/** What of a quota with people under it may change. */
function Adjusting({ quota, feedback }: QuotaFormsProps) {
  const { facts, version } = quota;
  return (
    <Card
      title="调整指标"
      note="已有公示或聘用的人员，区域、岗位、用工单位、标准、资金和文号不再改；这些有变的，关闭本指标，按新文件另行登记"
      className="max-w-4xl"
    >
      <Form method="post">
        <input type="hidden" name="version" value={version} />
        <FormFeedback feedback={feedback}>
          <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
            <TextField
              name="posts"
              label="岗位数"
              required
              inputMode="numeric"
              maxLength={6}
              defaultValue={String(facts.posts)}
            />
            <DateField name="toOn" label="指标截止日" required defaultValue={facts.toOn} />
            <TextField name="note" label="备注" maxLength={200} defaultValue={facts.note} />
            <TextField
              name="reason"
              label="调整原因"
              hint="写明依据，如追加指标的文号"
              required
              maxLength={200}
            />
          </div>
        </FormFeedback>
        <SubmitButton className="mt-4" name="intent" value="adjust" pendingLabel="正在保存…">
          保存调整
        </SubmitButton>
      </Form>
    </Card>
  );
}
