import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewPotChoices } from "~/data/claims/claim-draft-view.server";
import { viewClaimHead } from "~/data/claims/claim-head-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { editClaim } from "~/usecases/claims/rewrite-claim.server";
import { claimActor } from "./claim-actor.server";
import { ClaimFrame } from "./claim-frame";
import { writingErrors } from "./writing-errors.server";
import { formSummary } from "./form-summary";
import { PotField } from "./pot-field";

export const handle: PageHandle = { title: "修改补贴申领", crumb: () => ({ label: "修改" }) };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await claimActor(request, "claim.write");
  const head = await viewClaimHead(actor, params["batchId"], dayInChina(now()));
  if (head === null) throw notFound();
  if (!head.mayWrite) throw forbidden();
  return { head, pots: await viewPotChoices(actor, head.countyCode) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await claimActor(request, "claim.write");
  const form = await request.formData();
  const typed = (name: string) => String(form.get(name) ?? "");
  const values = { title: typed("title"), potId: typed("potId") };
  const batchId = params["batchId"] ?? "";
  const asked = { batchId, version: Number(typed("version")), ...values };
  const outcome = await editClaim(actor, asked, now());
  if (outcome.ok) return redirect(`/claims/${batchId}?done=edit`);
  return data({ values, errors: writingErrors(outcome.refusal) }, { status: 422 });
}

export default function EditClaim() {
  const { head, pots } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ClaimFrame head={head} current="lines">
      <ErrorSummary errors={formSummary(answer?.errors)} />
      <Card
        title="名称和资金项目"
        note="换资金项目后要重新核查；人员、天数和金额由台账和标准得出，不在这里改"
        className="max-w-3xl"
      >
        <Form method="post">
          <input type="hidden" name="version" value={head.version} />
          <FormFeedback feedback={answer}>
            <div className="space-y-4">
              <TextField
                name="title"
                label="名称"
                required
                maxLength={100}
                defaultValue={head.title}
              />
              <PotField pots={pots} year={head.year} defaultValue={head.potId} />
            </div>
          </FormFeedback>
          <div className="mt-4 flex gap-3">
            <SubmitButton>保存</SubmitButton>
            <ButtonLink to={`/claims/${head.id}`}>不改了</ButtonLink>
          </div>
        </Form>
      </Card>
    </ClaimFrame>
  );
}
