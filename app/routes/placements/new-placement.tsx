import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { findEmployerChoice } from "~/data/employers/employer-choice-view.server";
import { listPeople } from "~/data/people/people-view.server";
import {
  findChosenPerson,
  listPlacementChoices,
} from "~/data/placements/filing-choices-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { narrowedTo } from "~/domain/access/policy";
import { looksLikeNumber } from "~/domain/people/typed-number";
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
import { answerNewPlacement, typedValues } from "./filing-answers.server";
import { PersonSearch, PersonStep } from "./person-step";
import { PlacementFields } from "./placement-fields";

export const handle: PageHandle = {
  title: "登记转移就业",
  crumb: () => ({ label: "登记转移就业" }),
};

const MOST_FOUND = 20;
const TOP = { after: null, before: null };
const PREFILLED = ["batchId", "vacancyId", "classId"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "placement.write", today);
  const counties = countyChoices(actor, "placement.write", today);
  if (counties.length === 0) throw forbidden();
  const search = new URL(request.url).searchParams;
  const given = (name: string) => search.get(name) ?? "";
  const text = given("text").slice(0, 30);
  const filter = { text, countyCode: null };
  const standing = Object.fromEntries(PREFILLED.map((name) => [name, given(name.slice(0, -2))]));
  const codes = counties.map(({ code }) => code);
  const employer = await findEmployerChoice(actor, given("employer"));
  return {
    ...{ counties, text, prefilled: { ...standing, ...named(employer) } },
    person: await findChosenPerson(actor, given("person")),
    found: text === "" ? null : (await listPeople(actor, filter, TOP, MOST_FOUND, today)).rows,
    choices: await listPlacementChoices(actor, codes, standing),
  };
}

function named(employer: Awaited<ReturnType<typeof findEmployerChoice>>): Record<string, string> {
  if (employer === null) return {};
  return { creditCode: employer.creditCode ?? "", employerName: employer.name };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (countyChoices(actor, "placement.write", dayInChina(now())).length === 0) throw forbidden();
  const form = await request.formData();
  if (form.get("intent") !== "find") return answerNewPlacement(actor, form);
  const values = typedValues(form);
  const text = (values["text"] ?? "").trim();
  if (text !== "" && !looksLikeNumber(text)) {
    return redirect(`/placements/new?${new URLSearchParams({ text }).toString()}`);
  }
  const error = text === "" ? "请填写姓名或姓名首字母" : "身份证号请填在下面的“身份证号”一栏";
  return data({ values: {}, errors: { text: error } }, { status: 422 });
}

export default function NewPlacement() {
  const { counties, person, found, text, choices, prefilled } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title="登记转移就业" note="一人一单位一次上岗登记一条；去向由就业地自动得出。" />
      <ErrorSummary errors={answer?.errors} />
      {person === null && <PersonSearch text={text} found={found} feedback={answer} />}
      <Card className="max-w-4xl">
        <Form method="post">
          <FormFeedback feedback={answer}>
            <PersonStep person={person} counties={counties} />
            <PlacementFields choices={choices} defaults={prefilled} />
            <div className="mt-5 flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在登记…">登记</SubmitButton>
              <ButtonLink to="/placements">返回台账</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
