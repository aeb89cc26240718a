import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewAppointmentHead } from "~/data/posts/appointment-head-view.server";
import { viewAppointment } from "~/data/posts/appointment-view.server";
import { may } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerAccount } from "./account-answers.server";
import { AccountCard } from "./account-card";
import { AccountEntry, AccountReveal, AccountVouch, ShownAccount } from "./account-forms";
import { AppointmentFrame } from "./appointment-frame";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => `${head.name}的收款账户`,
  crumb: ({ head }) => ({ label: `${head.name}的收款账户` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewAppointmentHead(actor, params["appointmentId"], today);
  if (head === null) throw notFound();
  if (!head.tabs.includes("account")) throw forbidden();
  const { account } = await viewAppointment(actor, head);
  const can = (action: "account.reveal" | "wage.review") =>
    may(actor, action, head.countyCode, today);
  return { head, account, mayReveal: can("account.reveal"), mayVouch: can("wage.review") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { appointmentId } = params;
  if (!isUuid(appointmentId)) throw notFound();
  const answer = await answerAccount(actor, appointmentId, await request.formData());
  if ("to" in answer) return redirect(answer.to);
  const { status, ...body } = answer;
  return data(body, { status, headers: { "Cache-Control": "no-store" } });
}

export default function AccountPage() {
  const { head, account, mayReveal, mayVouch } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const answerTo = (intent: string) => (answer?.values["intent"] === intent ? answer : undefined);
  const shown = answer?.shown ?? null;
  return (
    <AppointmentFrame head={head} current="account">
      <ErrorSummary errors={answer?.errors} />
      <div className="max-w-3xl space-y-4">
        {shown !== null && <ShownAccount account={shown} />}
        <AccountCard head={{ ...head, tabs: [] }} account={account} />
        {account !== null && mayReveal && shown === null && (
          <AccountReveal feedback={answerTo("reveal")} />
        )}
        {account !== null && account.sharedWith > 0 && mayVouch && (
          <AccountVouch feedback={answerTo("vouch")} />
        )}
        {head.mayWrite && (
          <AccountEntry
            name={head.name}
            version={head.version}
            isFirst={account === null}
            feedback={answerTo("save")}
          />
        )}
      </div>
    </AppointmentFrame>
  );
}
