import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewClaimHead } from "~/data/claims/claim-head-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { ReasonCard } from "~/ui/forms/reason-card";
import type { PageHandle } from "~/ui/frame/page-handle";
import { checkClaim } from "~/usecases/claims/check-claim.server";
import { takeOutBlocked } from "~/usecases/claims/take-out-blocked.server";
import { claimActor } from "./claim-actor.server";
import { ClaimFrame } from "./claim-frame";
import { formSummary } from "./form-summary";
import { writingErrors } from "./writing-errors.server";

export const handle: PageHandle = {
  title: "移出不能报送的明细",
  crumb: () => ({ label: "移出不能报送的" }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await claimActor(request, "claim.write");
  const head = await viewClaimHead(actor, params["batchId"], dayInChina(now()));
  if (head === null) throw notFound();
  if (!head.mayWrite) throw forbidden();
  return { head };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await claimActor(request, "claim.write");
  const form = await request.formData();
  const batchId = params["batchId"] ?? "";
  const values = { reason: String(form.get("reason") ?? "").slice(0, 200) };
  const [version, seen] = [Number(form.get("version")), Number(form.get("seen"))];
  const outcome = await takeOutBlocked(actor, { batchId, version, seen, ...values }, now());
  if (!outcome.ok) {
    return data({ values, errors: writingErrors(outcome.refusal) }, { status: 422 });
  }
  // What is left is checked at once: whether it can be handed in is the next question.
  await checkClaim(actor, batchId, now());
  return redirect(`/claims/${batchId}?done=takeOutBlocked`);
}

export default function TakeOutBlocked() {
  const { head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const blocked = head.check?.blockedLines ?? 0;
  const isOpen = head.state === "draft" || head.state === "returned";
  return (
    <ClaimFrame
      head={head}
      current="lines"
      actions={<ButtonLink to={`/claims/${head.id}`}>返回明细</ButtonLink>}
    >
      <ErrorSummary errors={formSummary(answer?.errors)} />
      {isOpen && blocked > 0 ? (
        <ReasonCard
          title={`移出不能报送的 ${blocked} 条明细`}
          note="能补齐的先补齐再核查；移出的不计入合计，重新取数也不再列入，可以逐条放回。移出前重新核查一次。"
          version={head.version}
          seen={blocked}
          field={{ label: "移出原因", hint: "每条明细都记下这个原因" }}
          button={{
            intent: "takeOutBlocked",
            label: `移出 ${blocked} 条`,
            pendingLabel: "正在核查、移出",
            variant: "danger",
          }}
          feedback={answer}
        />
      ) : (
        <EmptyState title="没有要移出的明细" icon="people">
          {isOpen ? "上次核查没有不能报送的明细。" : "本批已报送，不能再移出明细。"}
        </EmptyState>
      )}
    </ClaimFrame>
  );
}
