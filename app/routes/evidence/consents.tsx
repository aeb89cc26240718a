import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { viewPersonConsents } from "~/data/evidence/person-consents-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerConsentForm } from "./consent-answers.server";
import { ConsentList } from "./consent-list";
import { GiveConsentCard, WithdrawConsentCard } from "./consent-forms";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ person }) => `${person.name}的知情同意`,
  crumb: ({ person }) => ({ label: `${person.name}的知情同意` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const person = await viewPersonConsents(actor, params["id"], today);
  if (person === null) throw notFound();
  if (!person.mayRead) throw forbidden();
  return { person, today };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const person = await viewPersonConsents(actor, params["id"], dayInChina(now()));
  if (person === null) throw notFound();
  if (!person.mayRecord) throw forbidden();
  const answer = await answerConsentForm(actor, person.id, await request.formData());
  if (answer.done !== null) return redirect(`/people/${person.id}/consents?done=${answer.done}`);
  return data(answer, { status: 422 });
}

const DONE: Readonly<Record<string, string>> = {
  give: "已登记同意。",
  withdraw: "已撤回，相应的使用已经停止。",
};

export default function Consents() {
  const { person, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const done = DONE[search.get("done") ?? ""];
  const feedbackOf = (intent: string) => (answer?.intent === intent ? answer : undefined);
  return (
    <>
      <PageHeader
        title={`${person.name}的知情同意`}
        note="每个事项单独征求同意；不同意不影响参加培训和享受补贴。"
        actions={<ButtonLink to={`/people/${person.id}`}>返回人员</ButtonLink>}
      />
      {done !== undefined && answer === undefined && (
        <Notice kind="success" live>
          {done}
        </Notice>
      )}
      <ErrorSummary errors={answer?.errors} />
      <ConsentList consents={person.consents} />
      {person.mayRecord && (
        <>
          <WithdrawConsentCard standing={person.standing} feedback={feedbackOf("withdraw")} />
          <GiveConsentCard standing={person.standing} today={today} feedback={feedbackOf("give")} />
        </>
      )}
    </>
  );
}
