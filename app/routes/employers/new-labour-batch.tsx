import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { findEmployerChoice, searchEmployers } from "~/data/employers/employer-choice-view.server";
import { workplaceGroups } from "~/data/employers/workplace-choice-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { RegionPicker } from "~/ui/forms/region-picker";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { EmployerStep } from "./employer-step";
import { answerNewBatch } from "./labour-batch-answers.server";
import { LabourBatchFields } from "./labour-batch-fields";

export const handle: PageHandle = {
  title: "登记劳务批次",
  crumb: () => ({ label: "登记劳务批次" }),
};

const MOST_FOUND = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const counties = countyChoices(actor, "placement.write", today);
  if (counties.length === 0) throw forbidden();
  const search = new URL(request.url).searchParams;
  const text = (search.get("text") ?? "").slice(0, 60);
  const chosen = await findEmployerChoice(actor, search.get("employer") ?? "");
  return {
    ...{ counties, text, today },
    intermediary: chosen?.kind === "INTERMEDIARY" ? chosen : null,
    found: await searchEmployers(actor, text, MOST_FOUND, "INTERMEDIARY"),
    workplaces: workplaceGroups(actor.counties),
    mayRegister: mayAnywhere(actor, "employer.write", today),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (countyChoices(actor, "placement.write", dayInChina(now())).length === 0) throw forbidden();
  return answerNewBatch(actor, await request.formData());
}

export default function NewLabourBatch() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { counties, intermediary, workplaces, today } = loaded;
  const only = counties.length === 1 ? counties[0]?.code : undefined;
  if (intermediary === null) {
    return (
      <>
        <PageHeader title="登记劳务批次" note="组织单位须是登记为“劳务中介机构”的单位。" />
        <ErrorSummary errors={answer?.errors} />
        <EmployerStep {...loaded} title="先选定组织单位" next="/labour-batches/new?employer=" />
      </>
    );
  }
  return (
    <>
      <PageHeader title="登记劳务批次" note={`组织单位：${intermediary.name}`} />
      <ErrorSummary errors={answer?.errors} />
      <Card className="max-w-4xl">
        <Form method="post">
          <input type="hidden" name="intermediaryId" value={intermediary.id} />
          <FormFeedback feedback={answer}>
            <RegionPicker
              name="countyCode"
              label="县（市、区）"
              regions={counties}
              required
              defaultValue={only}
              className="mb-4 md:w-80"
            />
            <LabourBatchFields workplaces={workplaces} defaults={{ organisedOn: today }} />
            <div className="mt-5 flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在登记…">登记批次</SubmitButton>
              <ButtonLink to="/labour-batches/new">换一家单位</ButtonLink>
              <ButtonLink to="/labour-batches">返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
