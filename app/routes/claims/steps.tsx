import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewClaimHead } from "~/data/claims/claim-head-view.server";
import type { Actor } from "~/domain/access/actor";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { approveClaim } from "~/usecases/claims/approve-claim.server";
import { returnClaim } from "~/usecases/claims/return-claim.server";
import { reviewClaim } from "~/usecases/claims/review-claim.server";
import { submitClaim } from "~/usecases/claims/submit-claim.server";
import { ClaimFrame } from "./claim-frame";
import { typedValues } from "./form-values";
import { hasStep, StepForms } from "./step-forms";
import { answered } from "./step-errors.server";
import { stepSummary } from "./step-summary";

export const handle: PageHandle = { title: "办理补贴申领", crumb: () => ({ label: "办理" }) };

/** Where a step that was refused is taken up again; who comes here by himself finds the forms of his turn. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const head = await viewClaimHead(actor, params["batchId"], dayInChina(now()));
  if (head === null) throw notFound();
  return { head };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const values = typedValues(await request.formData());
  return take(actor, params["batchId"] ?? "", values);
}

async function take(actor: Actor, batchId: string, values: Readonly<Record<string, string>>) {
  const asked = { batchId, version: Number(values["version"]) };
  const to = `/claims/${batchId}?done=${values["intent"] ?? ""}`;
  const text = (name: string, most: number) => (values[name] ?? "").slice(0, most);
  const { intent } = values;
  switch (intent) {
    case "submit": {
      const note = text("note", 500);
      return answered(await submitClaim(actor, { ...asked, note }, now()), values, to);
    }
    case "review":
      return answered(await reviewClaim(actor, asked, now()), values, to);
    case "return": {
      const reason = text("reason", 200);
      return answered(await returnClaim(actor, { ...asked, reason }, now()), values, to);
    }
    case "HRSS":
    case "POVERTY":
      return answered(await approveClaim(actor, { ...asked, office: intent }, now()), values, to);
    default:
      throw notFound();
  }
}

export default function Steps() {
  const { head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ClaimFrame
      head={head}
      current="lines"
      actions={<ButtonLink to={`/claims/${head.id}`}>返回明细</ButtonLink>}
    >
      <ErrorSummary errors={stepSummary(answer?.errors)} />
      {answer === undefined && !hasStep(head) && (
        <Notice kind="info">现在没有要您办理的：不轮到您，或还有不能报送的明细。</Notice>
      )}
      <StepForms head={head} feedback={answer} />
    </ClaimFrame>
  );
}
