import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewClaimHead } from "~/data/claims/claim-head-view.server";
import { viewClaimLine } from "~/data/claims/claim-line-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { putBack, takeLineOut } from "~/usecases/claims/rewrite-claim.server";
import { claimActor } from "./claim-actor.server";
import { ClaimFrame } from "./claim-frame";
import { writingErrors } from "./writing-errors.server";
import { formSummary } from "./form-summary";
import { LineFacts } from "./line-facts";
import { LineForms } from "./line-forms";
import { LineLinks } from "./line-links";
import { LineSums } from "./line-sums";
import { LineVerdicts } from "./line-verdicts";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head, line }) => `${line.name} · ${head.label}`,
  crumb: ({ line }) => ({ label: line.name }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await claimActor(request, "claim.read");
  const head = await viewClaimHead(actor, params["batchId"], dayInChina(now()));
  if (head === null) throw notFound();
  const line = await viewClaimLine(actor, head, params["lineId"]);
  if (line === null) throw notFound();
  return { head, line };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await claimActor(request, "claim.write");
  const form = await request.formData();
  const batchId = params["batchId"] ?? "";
  const reason = String(form.get("reason") ?? "").slice(0, 200);
  const version = Number(form.get("version"));
  const asked = { batchId, lineId: params["lineId"] ?? "", version };
  const isBack = form.get("intent") === "putBack";
  const outcome = isBack
    ? await putBack(actor, asked, now())
    : await takeLineOut(actor, { ...asked, reason }, now());
  if (outcome.ok) return redirect(`/claims/${batchId}?done=${isBack ? "putBack" : "takeOut"}`);
  const errors = writingErrors(outcome.refusal);
  return data({ values: { reason }, errors }, { status: 422 });
}

export default function ClaimLine() {
  const { head, line } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ClaimFrame
      head={head}
      current="lines"
      actions={
        <>
          {line.removedReason === null && <LineLinks head={head} lineId={line.id} />}
          <ButtonLink to={`/claims/${head.id}`}>返回明细</ButtonLink>
        </>
      }
    >
      <ErrorSummary errors={formSummary(answer?.errors)} />
      {line.removedReason !== null && (
        <Notice kind="warning" title="这条明细已移出本批">
          {line.removedReason}
        </Notice>
      )}
      <LineSums line={line} readsWhole={head.readsWhole} />
      {line.check === null ? (
        <Notice kind="info">
          {head.readsWhole
            ? "这条明细还没有核查：回到明细点“核查”。"
            : "核查所用的事实只供编制和审批的部门查看。"}
        </Notice>
      ) : (
        <>
          <LineVerdicts head={head} line={line} check={line.check} />
          <LineFacts head={head} line={line} groups={line.check.facts} />
        </>
      )}
      <LineForms head={head} line={line} feedback={answer} />
    </ClaimFrame>
  );
}
