import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewAllocation } from "~/data/funds/allocation-view.server";
import { voidForm } from "~/domain/funds/document";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { TextAreaField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import {
  voidAllocation,
  type VoidAllocationRefusal,
} from "~/usecases/funds/void-allocation.server";
import { errorsByField, typedValues } from "../documents/form-values";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: "作废资金下达表",
  crumb: ({ title }) => ({ label: `作废：${title}` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const page = await viewAllocation(actor, params["tableId"] ?? "", dayInChina(now()));
  if (page === null) throw notFound();
  if (!page.mayVoid) throw forbidden();
  const { id, version, title } = page.table;
  return { id, version, title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { tableId = "" } = params;
  const values = typedValues(await request.formData());
  const read = voidForm.safeParse(values);
  if (!read.success) return data({ values, errors: errorsByField(read.error) }, { status: 422 });
  const asked = { tableId, version: Number(values["version"]), reason: read.data.reason };
  const outcome = await voidAllocation(actor, asked, now());
  if (outcome.ok) return redirect(`/allocations/${tableId}`);
  return data({ values, errors: { form: explain(outcome.refusal) } }, { status: 409 });
}

function explain(refusal: VoidAllocationRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "founding":
      return "系统内置的下达表不能作废";
    case "voided":
      return "这张表已作废";
    case "changedByOthers":
      return "别人刚刚改过这张表，请重新载入本页";
    case "used":
      return `有 ${refusal.uses} 个资金项目或分解表用到这张表，不能作废`;
  }
}

export default function VoidAllocation() {
  const { id, version, title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title="作废资金下达表" note={title} />
      <ErrorSummary errors={answer?.errors} />
      <Card className="max-w-2xl">
        <Notice kind="warning">
          只用于录错的表；作废后不再计入任何合计，不能恢复，正确的表另行录入。
        </Notice>
        <Form method="post">
          <FormFeedback feedback={answer}>
            <input type="hidden" name="version" value={version} />
            <TextAreaField
              name="reason"
              label="作废原因"
              required
              rows={3}
              maxLength={300}
              className="mb-4"
            />
            <div className="flex flex-wrap gap-2">
              <SubmitButton variant="danger" pendingLabel="正在作废…">
                作废下达表
              </SubmitButton>
              <ButtonLink to={`/allocations/${id}`}>返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
