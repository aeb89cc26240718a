import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewBatchLink } from "~/data/placements/batch-link-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { MOST_LINKED_AT_ONCE, type UnlinkableLines } from "~/domain/placements/batch-lines";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { linkPlacementsToBatch } from "~/usecases/placements/link-to-batch.server";
import { BatchForm } from "./batch-form";
import { ChosenPeople } from "./chosen-people";

const TITLE = "为所选人员关联输出批次";

export const handle: PageHandle = { title: TITLE, crumb: () => ({ label: TITLE }) };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!mayAnywhere(actor, "placement.write", today)) throw forbidden();
  const ids = new URL(request.url).searchParams.getAll("id");
  const page = await viewBatchLink(actor, ids, today);
  if (page === null) throw notFound();
  const isTooMany = new Set(ids).size > MOST_LINKED_AT_ONCE;
  return { ...page, isTooMany, refused: page.refusal === null ? null : reasonOf(page.refusal) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayAnywhere(actor, "placement.write", dayInChina(now()))) throw forbidden();
  const form = await request.formData();
  const batchId = String(form.get("batchId") ?? "");
  const placementIds = String(form.get("placementIds") ?? "").split(",");
  const refuse = (errors: Record<string, string>) =>
    data({ errors, values: { batchId } }, { status: 422 });
  if (batchId === "") return refuse({ batchId: "请选择输出批次" });
  const outcome = await linkPlacementsToBatch(actor, { placementIds, batchId }, now());
  if (outcome.ok) return redirect(`/placements?state=all&batch=${batchId}&done=batch`);
  const { refusal } = outcome;
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "batchUnknown":
      return refuse({ batchId: "请从列表中选择本县的一批" });
    case "tooMany":
    case "severalCounties":
    case "removed":
    case "selfArranged":
    case "otherBatch":
      return refuse({ form: reasonOf(refusal) });
  }
}

function reasonOf(refusal: UnlinkableLines): string {
  switch (refusal.kind) {
    case "tooMany":
      return `一次最多关联 ${MOST_LINKED_AT_ONCE} 人，请分批选择`;
    case "severalCounties":
      return "输出批次由各县自己组织，请只选同一个县的人员";
    case "removed":
      return `已移出台账，不能关联：${refusal.names.join("、")}`;
    case "selfArranged":
      return `登记为自发外出，不属于任何批次；组织方式有误的先修改：${refusal.names.join("、")}`;
    case "otherBatch":
      return `已关联别的批次，要改的逐人修改：${refusal.names.join("、")}`;
  }
}

export default function BatchForMany() {
  const { targets, batches, isTooMany, refused } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = <ButtonLink to="/placements">返回台账</ButtonLink>;
  if (targets.length === 0) {
    return (
      <>
        <PageHeader title={TITLE} />
        <EmptyState title="还没有选择人员" icon="people" action={back}>
          在台账中勾选同一个县的人员，再点“关联输出批次”。
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={`为 ${targets.length} 人关联输出批次`} actions={back} />
      <ErrorSummary errors={answer?.errors} />
      {isTooMany && (
        <Notice kind="warning">
          {`一次最多 ${MOST_LINKED_AT_ONCE} 人，只列出前 ${MOST_LINKED_AT_ONCE} 人，其余请再选一次。`}
        </Notice>
      )}
      {refused !== null && <Notice kind="warning">{refused}。</Notice>}
      <ChosenPeople lines={targets} />
      {refused === null && (
        <Card title="输出批次" className="max-w-4xl">
          <BatchForm ids={targets.map(({ id }) => id)} batches={batches} feedback={answer} />
        </Card>
      )}
    </>
  );
}
