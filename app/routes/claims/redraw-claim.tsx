import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewClaimHead } from "~/data/claims/claim-head-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { checkClaim } from "~/usecases/claims/check-claim.server";
import { redrawClaim } from "~/usecases/claims/redraw-claim.server";
import { claimActor } from "./claim-actor.server";
import { ClaimFrame } from "./claim-frame";
import { writingErrors } from "./writing-errors.server";
import { formSummary } from "./form-summary";

export const handle: PageHandle = { title: "重新取数", crumb: () => ({ label: "重新取数" }) };

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
  const asked = { batchId, version: Number(form.get("version")) };
  const outcome = await redrawClaim(actor, asked, now());
  if (!outcome.ok) return data({ errors: writingErrors(outcome.refusal) }, { status: 422 });
  await checkClaim(actor, batchId, now());
  const { added, dropped, changed } = outcome.value;
  return redirect(`/claims/${batchId}?done=redraw.${added}.${dropped}.${changed}`);
}

export default function RedrawClaim() {
  const { head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ClaimFrame
      head={head}
      current="lines"
      actions={<ButtonLink to={`/claims/${head.id}`}>返回明细</ButtonLink>}
    >
      <ErrorSummary errors={formSummary(answer?.errors)} />
      <Card title="重新取数" className="max-w-3xl">
        <p className="mb-3 text-slate-700">
          按现在的台账重新取数：新核实的列入，不再核实的移出，天数和标准有变的改写，然后重新核查。经办人写明原因移出的不再列入。
        </p>
        <Form method="post">
          <input type="hidden" name="version" value={head.version} />
          <SubmitButton>重新取数</SubmitButton>
        </Form>
      </Card>
    </ClaimFrame>
  );
}
