import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewQuota } from "~/data/posts/quota-view.server";
import { toHolderGroup } from "~/domain/posts/quota";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { StateBadge } from "~/ui/display/badge";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerQuota } from "./quota-answers.server";
import { QuotaFactsCard } from "./quota-facts";
import { QuotaForms } from "./quota-forms";
import { QuotaHolders } from "./quota-holders";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ quota }) => `${quota.facts.title}指标`,
  crumb: ({ quota }) => ({ label: quota.facts.title }),
};

const DONE = new Map([
  ["add", "指标已登记，可以登记拟聘人员了。"],
  ["change", "已保存。"],
  ["close", "指标已关闭，不再登记新的人员。"],
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const search = new URL(request.url).searchParams;
  const group = toHolderGroup(search.get("group") ?? "");
  const quota = await viewQuota(actor, params["quotaId"], group, dayInChina(now()));
  if (quota === null) throw notFound();
  return { quota, group, done: search.get("done") ?? "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { quotaId } = params;
  if (!isUuid(quotaId)) throw notFound();
  return answerQuota(actor, quotaId, await request.formData());
}

export default function QuotaPage() {
  const { quota, group, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  const { facts, countyName, isClosed, mayWrite } = quota;
  return (
    <>
      <PageHeader
        title={facts.title}
        badge={
          isClosed ? (
            <StateBadge label="已关闭" tone="neutral" />
          ) : (
            <StateBadge label="使用中" tone="success" />
          )
        }
        note={`${countyName} · ${facts.documentNumber}`}
        actions={
          mayWrite &&
          !isClosed && (
            <ButtonLink
              to={`/posts/appointments/new?quota=${quota.id}`}
              variant="primary"
              icon="plus"
            >
              登记拟聘人员
            </ButtonLink>
          )
        }
      />
      <ErrorSummary errors={answer?.errors} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <div className="space-y-4">
        <QuotaFactsCard quota={quota} />
        <QuotaHolders quota={quota} group={group} />
        {mayWrite && !isClosed && <QuotaForms quota={quota} feedback={answer} />}
      </div>
    </>
  );
}
