import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewEvidenceTargets } from "~/data/placements/evidence-target-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { MOST_PROVED_AT_ONCE } from "~/domain/placements/evidence";
import { saysUnsigned } from "~/domain/placements/evidence-lines";
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
import { ChosenPeople } from "./chosen-people";
import { answerUpload, isUpload } from "./evidence-answers.server";
import { EvidenceForm } from "./evidence-form";

export const handle: PageHandle = {
  title: "为所选人员上传佐证",
  crumb: () => ({ label: "为所选人员上传佐证" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!mayAnywhere(actor, "placement.write", today)) throw forbidden();
  const ids = new URL(request.url).searchParams.getAll("id");
  const targets = await viewEvidenceTargets(actor, ids, today);
  if (targets === null) throw notFound();
  return { targets, isTooMany: new Set(ids).size > MOST_PROVED_AT_ONCE };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayAnywhere(actor, "placement.write", dayInChina(now()))) throw forbidden();
  if (!isUpload(request)) {
    return data({ errors: { file: "请选择要上传的文件" }, values: {} }, { status: 422 });
  }
  return answerUpload(actor, request, { placementIds: null, to: "/placements?done=evidence" });
}

export default function EvidenceForMany() {
  const { targets, isTooMany } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (targets.length === 0) {
    return (
      <>
        <PageHeader title="为所选人员上传佐证" />
        <EmptyState
          title="还没有选择人员"
          icon="people"
          action={<ButtonLink to="/placements">返回台账</ButtonLink>}
        >
          在台账中勾选同一个县的人员，再点“为所选人员上传佐证”。
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={`为 ${targets.length} 人上传佐证`}
        note="一份文件（如全班工资表）同时作为所选人员的佐证，只存一份"
        actions={<ButtonLink to="/placements">返回台账</ButtonLink>}
      />
      <ErrorSummary errors={answer?.errors} />
      {isTooMany && (
        <Notice kind="warning">
          {`一次最多 ${MOST_PROVED_AT_ONCE} 人，只列出前 ${MOST_PROVED_AT_ONCE} 人，其余请再选一次。`}
        </Notice>
      )}
      <ChosenPeople lines={targets} />
      <Card title="上传" className="max-w-4xl">
        <EvidenceForm
          feedback={answer}
          placementIds={targets.map(({ id }) => id)}
          asksAboutContract={targets.some(saysUnsigned)}
        />
      </Card>
    </>
  );
}
