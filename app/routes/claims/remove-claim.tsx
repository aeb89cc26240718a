import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewClaimHead } from "~/data/claims/claim-head-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { ReasonCard } from "~/ui/forms/reason-card";
import type { PageHandle } from "~/ui/frame/page-handle";
import { removeClaim } from "~/usecases/claims/rewrite-claim.server";
import { claimActor } from "./claim-actor.server";
import { ClaimFrame } from "./claim-frame";
import { writingErrors } from "./writing-errors.server";
import { formSummary } from "./form-summary";

export const handle: PageHandle = { title: "撤销补贴申领", crumb: () => ({ label: "撤销" }) };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await claimActor(request, "claim.write");
  const head = await viewClaimHead(actor, params["batchId"], dayInChina(now()));
  if (head === null) throw notFound();
  if (!head.mayWrite && !head.isRemoved) throw forbidden();
  return { head };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await claimActor(request, "claim.write");
  const form = await request.formData();
  const batchId = params["batchId"] ?? "";
  const values = { reason: String(form.get("reason") ?? "").slice(0, 200) };
  const asked = { batchId, version: Number(form.get("version")), ...values };
  const outcome = await removeClaim(actor, asked, now());
  if (outcome.ok) return redirect(`/claims/${batchId}?done=remove`);
  return data({ values, errors: writingErrors(outcome.refusal) }, { status: 422 });
}

export default function RemoveClaim() {
  const { head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isOpen = !head.isRemoved && (head.state === "draft" || head.state === "returned");
  return (
    <ClaimFrame
      head={head}
      current="lines"
      actions={<ButtonLink to={`/claims/${head.id}`}>返回明细</ButtonLink>}
    >
      <ErrorSummary errors={formSummary(answer?.errors)} />
      {isOpen ? (
        <ReasonCard
          title="撤销本批申领"
          note={`${head.lineCount} 条明细随批移出，可以列入另一批；撤销的不再恢复，只供查看`}
          version={head.version}
          field={{ label: "撤销原因" }}
          button={{
            intent: "remove",
            label: "撤销本批",
            pendingLabel: "正在撤销",
            variant: "danger",
          }}
          feedback={answer}
        />
      ) : (
        !head.isRemoved && (
          <Notice kind="warning">已报送的不能撤销：请复核人或审批人退回后再撤销。</Notice>
        )
      )}
    </ClaimFrame>
  );
}
