import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewAppointmentHead } from "~/data/posts/appointment-head-view.server";
import { listFittingQuotas } from "~/data/posts/fitting-quotas-view.server";
import type { QuotaMisfit } from "~/domain/posts/quota-fit";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { attachQuota, type AttachRefusal } from "~/usecases/posts/attach-quota.server";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => `给${head.name}挂岗位指标`,
  crumb: ({ head }) => ({ label: `给${head.name}挂岗位指标` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const head = await viewAppointmentHead(actor, params["appointmentId"], dayInChina(now()));
  if (head === null) throw notFound();
  if (!head.mayWrite) throw forbidden();
  return { head, fitting: await listFittingQuotas(actor, head.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { appointmentId } = params;
  if (!isUuid(appointmentId)) throw notFound();
  const form = await request.formData();
  const quotaId = String(form.get("quotaId") ?? "");
  const version = Number(form.get("version"));
  const outcome = await attachQuota(actor, { appointmentId, version, quotaId }, now());
  if (outcome.ok) return redirect(`/posts/appointments/${appointmentId}?done=change`);
  const { kind } = outcome.refusal;
  if (kind === "notFound") throw notFound();
  if (kind === "forbidden") throw forbidden();
  const errors: Readonly<Record<string, string>> = { quotaId: explain(outcome.refusal) };
  return data({ errors, values: { quotaId } }, { status: kind === "changedByOthers" ? 409 : 422 });
}

const MISFITS: Readonly<Record<QuotaMisfit, string>> = {
  area: "这项指标不在此人岗位所在的乡镇或村",
  rate: "这项指标的月工资标准低于此人的标准",
  days: "此人的任期不在这项指标的期限内",
};

function explain(refusal: AttachRefusal): string {
  switch (refusal.kind) {
    case "notFound":
    case "forbidden":
    case "quotaUnknown":
      return "请选择本县的岗位指标";
    case "removed":
      return "这条聘用登记已撤销";
    case "changedByOthers":
      return "这条聘用登记刚被别人改过，请刷新后再办理";
    case "underQuota":
      return "已经挂了岗位指标";
    case "misfit":
      return MISFITS[refusal.misfit];
    case "full":
      return refusal.message;
  }
}

export default function AttachQuota() {
  const { head, fitting } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = <ButtonLink to={`/posts/appointments/${head.id}`}>返回</ButtonLink>;
  return (
    <>
      <PageHeader
        title={`给${head.name}挂岗位指标`}
        note={`${head.title} · ${head.startsOn} 至 ${head.endsOn} · 每月 ${fitting.rate}`}
      />
      <ErrorSummary errors={answer?.errors} />
      {fitting.isUnderQuota ? (
        <Notice kind="info" actions={back}>
          已经挂了岗位指标，不用再办。
        </Notice>
      ) : fitting.quotas.length === 0 ? (
        <EmptyState title="没有合适的岗位指标" action={back}>
          指标的乡镇、标准和期限都要容得下这个岗位。请先登记岗位指标，再回到这里。
        </EmptyState>
      ) : (
        <Card className="max-w-2xl">
          <Form method="post" className="space-y-4">
            <input type="hidden" name="version" value={head.version} />
            <FormFeedback feedback={answer}>
              <SelectField
                name="quotaId"
                label="岗位指标"
                hint="只列乡镇、标准和期限都容得下的；岗位名称相同的排在前面"
                options={fitting.quotas}
                emptyLabel="请选择"
                required
              />
            </FormFeedback>
            <div className="flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在保存…">挂上指标</SubmitButton>
              {back}
            </div>
          </Form>
        </Card>
      )}
    </>
  );
}
