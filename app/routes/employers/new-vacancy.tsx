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
import { answerNewVacancy } from "./vacancy-answers.server";
import { VacancyFields } from "./vacancy-fields";

export const handle: PageHandle = {
  title: "发布岗位",
  crumb: () => ({ label: "发布岗位" }),
};

const MOST_FOUND = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const counties = countyChoices(actor, "vacancy.write", today);
  if (counties.length === 0) throw forbidden();
  const search = new URL(request.url).searchParams;
  const text = (search.get("text") ?? "").slice(0, 60);
  return {
    ...{ counties, text, today },
    employer: await findEmployerChoice(actor, search.get("employer") ?? ""),
    found: await searchEmployers(actor, text, MOST_FOUND),
    workplaces: workplaceGroups(actor.counties),
    mayRegister: mayAnywhere(actor, "employer.write", today),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (countyChoices(actor, "vacancy.write", dayInChina(now())).length === 0) throw forbidden();
  return answerNewVacancy(actor, await request.formData());
}

export default function NewVacancy() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { counties, employer, workplaces, today } = loaded;
  const only = counties.length === 1 ? counties[0]?.code : undefined;
  if (employer === null) {
    return (
      <>
        <PageHeader title="发布岗位" />
        <ErrorSummary errors={answer?.errors} />
        <EmployerStep {...loaded} title="先选定用人单位" next="/vacancies/new?employer=" />
      </>
    );
  }
  return (
    <>
      <PageHeader title="发布岗位" note={`用人单位：${employer.name}`} />
      <ErrorSummary errors={answer?.errors} />
      <Card className="max-w-4xl">
        <Form method="post">
          <input type="hidden" name="employerId" value={employer.id} />
          <FormFeedback feedback={answer}>
            <RegionPicker
              name="countyCode"
              label="由哪个县（市、区）发布"
              regions={counties}
              required
              defaultValue={only}
              className="mb-4 md:w-80"
            />
            <VacancyFields workplaces={workplaces} defaults={{ openFrom: today }} />
            <div className="mt-5 flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在发布…">发布岗位</SubmitButton>
              <ButtonLink to="/vacancies/new">换一家单位</ButtonLink>
              <ButtonLink to="/vacancies">返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
