import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewEmployerTies } from "~/data/employers/employer-ties-view.server";
import { viewEmployer } from "~/data/employers/employer-view.server";
import { listVacancies } from "~/data/employers/vacancy-list-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Badge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerEmployerForm } from "./employer-answers.server";
import { EmployerFacts } from "./employer-facts";
import { EmployerFields } from "./employer-fields";
import { EmployerTables } from "./employer-tables";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ employer }) => employer.name,
  crumb: ({ employer }) => ({ label: employer.name }),
};

const DONE = new Map([
  ["create", "用人单位已登记。"],
  ["change", "已保存。"],
]);
const MOST_VACANCIES = 20;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!mayAnywhere(actor, "employer.read", today)) throw forbidden();
  const employer = await viewEmployer(actor, params["employerId"] ?? "", today);
  if (employer === null) throw notFound();
  const filter = { text: "", kind: "", region: "", state: "all", employerId: employer.id };
  const wanted = { page: 1, size: MOST_VACANCIES };
  return {
    employer,
    ties: await viewEmployerTies(actor, employer, today),
    vacancies: await listVacancies(actor, filter, wanted, today),
    done: new URL(request.url).searchParams.get("done") ?? "",
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayAnywhere(actor, "employer.read", dayInChina(now()))) throw forbidden();
  const employerId = params["employerId"];
  if (!isUuid(employerId)) throw notFound();
  return answerEmployerForm(actor, employerId, await request.formData());
}

export default function EmployerPage() {
  const { employer, ties, vacancies, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  const { name, creditCode, address, contactName, kind, licence } = employer;
  const workshop = ties.workshops[0];
  return (
    <>
      <PageHeader
        title={name}
        badge={workshop !== undefined && <Badge tone="success">扶贫车间</Badge>}
        note={`由${employer.ownerName}登记`}
      />
      <ErrorSummary errors={answer?.errors} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      {employer.doubts.map((doubt) => (
        <Notice key={doubt.kind} kind="warning">
          {doubt.message}
        </Notice>
      ))}
      <EmployerFacts employer={employer} workshops={ties.workshops} phone={answer?.phone ?? null} />
      <EmployerTables employer={employer} ties={ties} vacancies={vacancies} />
      {employer.mayChange && (
        <Card title="修改登记内容" className="max-w-4xl">
          <Form method="post">
            <input type="hidden" name="version" value={employer.version} />
            <FormFeedback feedback={answer?.intent === "change" ? answer : undefined}>
              <EmployerFields
                defaults={{
                  ...{ name, kind, creditCode: creditCode ?? "", address, contactName },
                  ...{ licenceNo: licence?.number ?? "", licenceFrom: licence?.from ?? "" },
                  licenceTo: licence?.to ?? "",
                }}
                standingPhone={employer.maskedPhone}
              />
            </FormFeedback>
            <SubmitButton className="mt-4" name="intent" value="change" pendingLabel="正在保存…">
              保存修改
            </SubmitButton>
          </Form>
        </Card>
      )}
    </>
  );
}
