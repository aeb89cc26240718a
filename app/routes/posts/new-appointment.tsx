import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { listPeople } from "~/data/people/people-view.server";
import { findChosenPerson } from "~/data/placements/filing-choices-view.server";
import { findReplaced, listAppointmentChoices } from "~/data/posts/appointment-choices-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { narrowedTo } from "~/domain/access/policy";
import { looksLikeNumber } from "~/domain/people/typed-number";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerProposal } from "./appointment-answers.server";
import { AppointmentFields } from "./appointment-fields";
import { typedValues } from "./form-values";
import { PersonSearch, PersonStep } from "./person-step";
import { StandsLinks } from "./stands-links";

export const handle: PageHandle = {
  title: "登记拟聘人员",
  crumb: () => ({ label: "登记拟聘人员" }),
};

const MOST_FOUND = 20;
const TOP = { after: null, before: null };
const HERE = "/posts/appointments/new";

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "post.write", today);
  const counties = countyChoices(actor, "post.write", today);
  if (counties.length === 0) throw forbidden();
  const search = new URL(request.url).searchParams;
  const given = (name: string) => search.get(name) ?? "";
  const text = given("text").slice(0, 30);
  const replaced = await findReplaced(actor, given("replaces"));
  const quotaId = given("quota") || (replaced?.quotaId ?? "");
  const codes = counties.map(({ code }) => code);
  return {
    ...{ counties, text, replaced, quotaId },
    person: await findChosenPerson(actor, given("person")),
    found:
      text === ""
        ? null
        : (await listPeople(actor, { text, countyCode: null }, TOP, MOST_FOUND, today)).rows,
    choices: await listAppointmentChoices(actor, codes, null),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (countyChoices(actor, "post.write", dayInChina(now())).length === 0) throw forbidden();
  const form = await request.formData();
  if (form.get("intent") !== "find") return answerProposal(actor, form);
  const text = (typedValues(form)["text"] ?? "").trim();
  if (text !== "" && !looksLikeNumber(text)) {
    const search = new URL(request.url).searchParams;
    search.set("text", text);
    return redirect(`${HERE}?${search.toString()}`);
  }
  const error = text === "" ? "请填写姓名或姓名首字母" : "身份证号请填在下面的“身份证号”一栏";
  return data({ values: {}, errors: { text: error }, stands: [] }, { status: 422 });
}

export default function NewAppointment() {
  const { counties, person, found, text, choices, quotaId, replaced } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const kept = new URLSearchParams({
    ...(quotaId === "" ? {} : { quota: quotaId }),
    ...(replaced === null ? {} : { replaces: replaced.id }),
  });
  const choose = (id: string) =>
    `${HERE}?${new URLSearchParams([...kept, ["person", id]]).toString()}`;
  const defaults: Record<string, string> =
    replaced === null
      ? { quotaId }
      : { quotaId, startsOn: replaced.freeFrom, endsOn: replaced.endsOn };
  return (
    <>
      <PageHeader title="登记拟聘人员" note="登记后公示，公示结束由审核人确认聘用。" />
      <ErrorSummary errors={answer?.errors} />
      <StandsLinks stands={answer?.stands ?? []} />
      {replaced !== null && (
        <Notice kind="info">{`替补${replaced.name}的岗位，${replaced.freeFrom} 起空出`}</Notice>
      )}
      {person === null && (
        <PersonSearch text={text} found={found} feedback={answer} choose={choose} />
      )}
      <Card className="max-w-4xl">
        <Form method="post">
          <FormFeedback feedback={answer}>
            <input type="hidden" name="replacesId" value={replaced?.id ?? ""} />
            <PersonStep person={person} counties={counties} again={`${HERE}?${kept.toString()}`} />
            <AppointmentFields choices={choices} defaults={defaults} />
            <div className="mt-5 flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在登记…">登记拟聘</SubmitButton>
              <ButtonLink to="/posts/quotas">返回指标</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
