import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewProvider } from "~/data/training/provider-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { notFound } from "~/platform/http/not-found.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerProviderForm } from "./provider-answers.server";
import { ProviderFields } from "./provider-fields";
import { ProviderClasses } from "./provider-tables";
import { ProviderSuspensions } from "./provider-suspensions";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ provider }) => provider.name,
  crumb: ({ provider }) => ({ label: provider.name }),
};

const DONE = new Map([
  ["create", "培训机构已登记。"],
  ["change", "已保存。"],
  ["suspend", "已登记暂停承训；暂停期间的培训班会提示。"],
  ["resume", "已登记恢复。"],
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const provider = await viewProvider(actor, params["providerId"] ?? "", today);
  if (provider === null) throw notFound();
  return { provider, today, done: new URL(request.url).searchParams.get("done") ?? "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const providerId = params["providerId"];
  if (!isUuid(providerId)) throw notFound();
  return answerProviderForm(actor, providerId, await request.formData());
}

export default function ProviderPage() {
  const { provider, today, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  const feedbackOf = (intent: string) => (answer?.intent === intent ? answer : undefined);
  const { licenceTo } = provider;
  const isLapsed = licenceTo !== null && licenceTo < today;
  return (
    <>
      <PageHeader
        title={provider.name}
        badge={provider.isSuspended && <StateBadge label="暂停承训" tone="warning" />}
        note={provider.countyName}
      />
      <ErrorSummary errors={answer?.errors} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <Card title="基本情况">
        <DescriptionList
          items={[
            { term: "信用代码", detail: provider.creditCode },
            { term: "许可证号", detail: provider.licenceNo || "未填" },
            { term: "有效期至", detail: `${licenceTo ?? "未填"}${isLapsed ? "（已到期）" : ""}` },
            { term: "联系人", detail: provider.contactName || "未填" },
            { term: "可培训工种", detail: provider.trades.join("、"), wide: true },
            { term: "地址", detail: provider.address || "未填", wide: true },
          ]}
        />
      </Card>
      <ProviderSuspensions provider={provider} today={today} feedbackOf={feedbackOf} />
      <ProviderClasses classes={provider.classes} />
      {provider.mayChange && (
        <Card title="修改登记内容" className="max-w-4xl">
          <Form method="post">
            <input type="hidden" name="version" value={provider.version} />
            <FormFeedback feedback={feedbackOf("change")}>
              <ProviderFields
                defaults={{
                  ...{ name: provider.name, creditCode: provider.creditCode },
                  ...{ licenceNo: provider.licenceNo, licenceTo: licenceTo ?? "" },
                  ...{ address: provider.address, contactName: provider.contactName },
                  trades: provider.trades.join("\n"),
                }}
              />
            </FormFeedback>
            <SubmitButton className="mt-4" name="intent" value="change" pendingLabel="正在保存…">
              保存修改
            </SubmitButton>
          </Form>
        </Card>
      )}
    </>
  );
}
