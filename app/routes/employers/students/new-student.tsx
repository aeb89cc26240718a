import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { findPersonChoice } from "~/data/employers/person-choice-view.server";
import { shanghaiDistricts } from "~/data/regions/region-name-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { narrowedTo } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { NewPersonWithCounty } from "~/ui/forms/new-person-fields";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { typedValues } from "../form-values";
import { candidatesOf } from "../person-candidates.server";
import { answerNewStudent, findStudentPerson } from "./new-student-answers.server";
import { PersonStep } from "./person-step";
import { StudentFields } from "./student-fields";

export const handle: PageHandle = {
  title: "登记在沪职校学生",
  crumb: () => ({ label: "登记在沪职校学生" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "student.write", today);
  const counties = countyChoices(actor, "student.write", today);
  if (counties.length === 0) throw forbidden();
  const search = new URL(request.url).searchParams;
  const q = (search.get("q") ?? "").trim().slice(0, 40);
  const person = await findPersonChoice(actor, search.get("person") ?? "");
  return {
    ...{ q, person, counties, districts: shanghaiDistricts() },
    candidates: person === null ? await candidatesOf(actor, null, q) : [],
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "student.write", today);
  if (countyChoices(actor, "student.write", today).length === 0) throw forbidden();
  const values = typedValues(await request.formData());
  const answered =
    values["intent"] === "find"
      ? await findStudentPerson(actor, values)
      : await answerNewStudent(actor, values);
  return answered instanceof Response ? answered : data(answered, { status: 422 });
}

export default function NewStudent() {
  const { q, person, counties, districts, candidates } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isFinding = answer !== undefined && "q" in answer.errors;
  const [finding, registering] = isFinding ? [answer, undefined] : [undefined, answer];
  return (
    <>
      <PageHeader
        title="登记在沪职校学生"
        note={
          person === null
            ? "登记过的人先找到本人；没有登记过的，连同本人一起登记。"
            : `${person.name} ${person.maskedId} · ${person.countyName}`
        }
      />
      <ErrorSummary errors={answer?.errors} />
      {person === null && (
        <PersonStep q={q} candidates={candidates} next="/students/new?person=" feedback={finding} />
      )}
      <Card
        {...(person === null ? { title: "没有登记过的人" } : {})}
        className={person === null ? "mt-4 max-w-5xl" : "max-w-4xl"}
      >
        <Form method="post">
          <FormFeedback feedback={registering}>
            {person === null ? (
              // A student need never have been trained or placed: he is entered with his schooling.
              <NewPersonWithCounty counties={counties} />
            ) : (
              <input type="hidden" name="personId" value={person.id} />
            )}
            <StudentFields districts={districts} />
          </FormFeedback>
          <div className="mt-5 flex flex-wrap gap-2">
            <SubmitButton name="intent" value="register" pendingLabel="正在登记…">
              登记学生
            </SubmitButton>
            {person !== null && <ButtonLink to="/students/new">换一个人</ButtonLink>}
            <ButtonLink to="/students">返回</ButtonLink>
          </div>
        </Form>
      </Card>
    </>
  );
}
