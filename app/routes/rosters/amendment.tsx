import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { viewAmendment } from "~/data/evidence/amendment-view.server";
import { viewRosterHead } from "~/data/rosters/roster-head-view.server";
import { may } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PrintButton } from "~/ui/print/print-button";
import { requireActor } from "~/usecases/access/require-actor.server";
import { decideAmendment, type DecideRefusal } from "~/usecases/rosters/decide-amendment.server";
import { AmendmentFacts } from "./amendment-facts";
import { AmendmentStateBadge } from "./amendment-table";
import { DecideAmendment } from "./decide-amendment";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head, amendment }) => `${head.label}封存后更正第 ${amendment.number} 项`,
  crumb: ({ head, amendment }) => ({ label: `${head.label}封存后更正第 ${amendment.number} 项` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewRosterHead(actor, params["rosterId"], today);
  if (head === null) throw notFound();
  const amendment = await viewAmendment(actor, head.id, Number(params["number"]));
  if (amendment === null) throw notFound();
  const mayReview = may(actor, "roster.reviewAmendment", head.countyCode, today);
  const isOpen = amendment.state === "proposed" && amendment.proposedBy !== actor.userId;
  return { head, amendment, mayDecide: mayReview && isOpen };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { rosterId = "", number = "" } = params;
  const form = await request.formData();
  const note = String(form.get("note") ?? "").slice(0, 500);
  const decision = { isApproved: form.get("intent") === "approve", note };
  const asked = { rosterId, number: Number(number), ...decision };
  const outcome = await decideAmendment(actor, asked, now());
  if (outcome.ok) return redirect(`/rosters/${rosterId}/amendments/${number}?done=decide`);
  return data({ values: { note }, errors: messageOf(outcome.refusal) }, { status: 422 });
}

function messageOf(refusal: DecideRefusal): Readonly<Record<string, string>> {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "decided":
      return { note: "这一项已经审核过，请核对下面的最新内容" };
    case "ownWork":
      return { note: "这一项由您提出，须由另一人审核" };
    case "noteMissing":
      return { note: "请写明不同意的理由" };
  }
}

const DONE: Readonly<Record<string, string>> = {
  propose: "已提出，等待另一人审核。",
  decide: "已审核。",
};

export default function Amendment() {
  const { head, amendment, mayDecide } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const done = DONE[search.get("done") ?? ""];
  return (
    <>
      <PageHeader
        title={`封存后更正第 ${amendment.number} 项`}
        badge={<AmendmentStateBadge state={amendment.state} />}
        note={`${head.label} · ${head.countyName}`}
        actions={
          <>
            <PrintButton />
            <ButtonLink to={`/rosters/${head.id}/amendments`}>返回更正列表</ButtonLink>
          </>
        }
      />
      {done !== undefined && answer === undefined && (
        <Notice kind="success" live>
          {done}
        </Notice>
      )}
      <ErrorSummary errors={answer?.errors} heading="没有审核" />
      <AmendmentFacts amendment={amendment} />
      {mayDecide && <DecideAmendment feedback={answer} />}
    </>
  );
}
