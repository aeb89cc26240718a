import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { findEmployerChoice, searchEmployers } from "~/data/employers/employer-choice-view.server";
import { workshopPlaces } from "~/data/employers/workshop-place-view.server";
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
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { EmployerStep } from "../employer-step";
import { answerNewWorkshop } from "./workshop-answers.server";
import { WorkshopFields } from "./workshop-fields";

export const handle: PageHandle = {
  title: "登记扶贫车间",
  crumb: () => ({ label: "登记扶贫车间" }),
};

const MOST_FOUND = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const counties = countyChoices(actor, "workshop.write", today).map(({ code }) => code);
  if (counties.length === 0) throw forbidden();
  const search = new URL(request.url).searchParams;
  const text = (search.get("text") ?? "").slice(0, 60);
  return {
    text,
    employer: await findEmployerChoice(actor, search.get("employer") ?? ""),
    found: await searchEmployers(actor, text, MOST_FOUND),
    places: await workshopPlaces(actor, counties),
    mayRegister: mayAnywhere(actor, "employer.write", today),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (countyChoices(actor, "workshop.write", dayInChina(now())).length === 0) throw forbidden();
  return answerNewWorkshop(actor, await request.formData());
}

export default function NewWorkshop() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { employer, places } = loaded;
  return (
    <>
      <PageHeader
        title="登记扶贫车间"
        note={
          employer === null
            ? "按认定文件登记；登记后上传认定文件，才显示为“已认定”。"
            : `用人单位：${employer.name}`
        }
      />
      <ErrorSummary errors={answer?.errors} />
      {employer === null ? (
        <EmployerStep {...loaded} title="先选定用人单位" next="/workshops/new?employer=" />
      ) : (
        <Card className="max-w-4xl">
          <Form method="post">
            <input type="hidden" name="employerId" value={employer.id} />
            <FormFeedback feedback={answer}>
              <WorkshopFields places={places} />
            </FormFeedback>
            <div className="mt-5 flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在登记…">登记扶贫车间</SubmitButton>
              <ButtonLink to="/workshops/new">换一家单位</ButtonLink>
              <ButtonLink to="/workshops">返回</ButtonLink>
            </div>
          </Form>
        </Card>
      )}
    </>
  );
}
