import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { listIssuingAreas } from "~/data/evidence/notice-view.server";
import { may, mayAnywhere } from "~/domain/access/policy";
import { CONSENT_PURPOSE_LABELS, CONSENT_PURPOSES } from "~/domain/evidence/consent";
import { NOTICE_HEADINGS, noticeForm } from "~/domain/evidence/notice";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { issueNotice, type IssueNoticeRefusal } from "~/usecases/evidence/issue-notice.server";

export const handle: PageHandle = {
  title: "发布告知书新版",
  crumb: () => ({ label: "发布新版" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!mayAnywhere(actor, "notice.issue", today)) throw forbidden();
  const codes = actor.counties.filter((code) => may(actor, "notice.issue", code, today));
  return { areas: listIssuingAreas(codes), today };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayAnywhere(actor, "notice.issue", dayInChina(now()))) throw forbidden();
  const form = await request.formData();
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const texts = NOTICE_HEADINGS.map((_, index) => values[`text.${index}`] ?? "");
  const parsed = noticeForm.safeParse({ ...blank, ...values, texts });
  if (!parsed.success) {
    const found = parsed.error.issues.map(({ path, message }) => {
      const [field, index] = path;
      if (field !== "texts") return [String(field), message] as const;
      return [`text.${String(index)}`, `${NOTICE_HEADINGS[Number(index)]}：${message}`] as const;
    });
    return data({ values, errors: Object.fromEntries(found) }, { status: 422 });
  }
  const outcome = await issueNotice(actor, parsed.data, now());
  if (outcome.ok) return redirect(`/notices/${outcome.value.noticeId}`);
  return data({ values, errors: errorsOf(outcome.refusal) }, { status: 422 });
}

const blank = { purpose: "", regionCode: "", title: "", inForceFrom: "" };

function errorsOf(refusal: IssueNoticeRefusal): Record<string, string> {
  switch (refusal.kind) {
    case "forbidden":
      throw forbidden();
    case "inPast":
      return { inForceFrom: "施行日期不能早于今天：以前同意的人看到的不是这一版" };
  }
}

export default function NewNotice() {
  const { areas, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const purposes = CONSENT_PURPOSES.map((value) => ({
    value,
    label: CONSENT_PURPOSE_LABELS[value],
  }));
  return (
    <>
      <PageHeader
        title="发布告知书新版"
        note="用学员听得懂的话写，念出来不超过两分钟。发布后不能改动；以前按旧版同意的仍然有效。"
      />
      <ErrorSummary errors={answer?.errors} />
      <Card className="max-w-3xl">
        <Form method="post" className="space-y-4">
          <FormFeedback feedback={answer}>
            <SelectField name="purpose" label="告知的事项" required options={purposes} />
            <SelectField name="regionCode" label="适用地区" required options={areas} />
            <TextField name="title" label="标题" required maxLength={60} />
            <DateField name="inForceFrom" label="施行日期" required defaultValue={today} />
            {NOTICE_HEADINGS.map((heading, index) => (
              <TextAreaField
                key={heading}
                name={`text.${index}`}
                label={heading}
                required
                rows={3}
                maxLength={600}
              />
            ))}
            <div className="flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在发布…">发布</SubmitButton>
              <ButtonLink to="/notices">返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
