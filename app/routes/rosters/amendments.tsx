import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { listAmendments, listSealedLines } from "~/data/evidence/amendment-view.server";
import { viewRosterHead } from "~/data/rosters/roster-head-view.server";
import { may } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { RosterStateBadge } from "~/ui/display/roster-state-badge";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { proposeAmendment, type ProposeRefusal } from "~/usecases/rosters/propose-amendment.server";
import { AmendmentTable } from "./amendment-table";
import { ProposeAmendment } from "./propose-amendment";
import { RosterTabs } from "./roster-tabs";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.label}封存后更正`,
  crumb: ({ head }) => ({ label: `${head.label}封存后更正`, to: `/rosters/${head.id}/amendments` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewRosterHead(actor, params["rosterId"], today);
  if (head === null) throw notFound();
  const mayPropose = head.state === "sealed" && may(actor, "roster.amend", head.countyCode, today);
  const lines = mayPropose ? await listSealedLines(actor, head.id) : [];
  return { head, lines, mayPropose, amendments: await listAmendments(actor, head.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const rosterId = params["rosterId"] ?? "";
  const form = await request.formData();
  const field = (name: string) => String(form.get(name) ?? "").slice(0, 500);
  const values = {
    ...{ lineId: field("lineId"), subject: field("subject") },
    ...{ after: field("after"), reason: field("reason") },
  };
  const outcome = await proposeAmendment(actor, { rosterId, ...values }, now());
  if (outcome.ok) {
    return redirect(`/rosters/${rosterId}/amendments/${outcome.value.number}?done=propose`);
  }
  return data({ values, errors: messageOf(outcome.refusal) }, { status: 422 });
}

function messageOf(refusal: ProposeRefusal): Readonly<Record<string, string>> {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "notSealed":
      return { subject: "花名册还没有封存，请直接修改花名册" };
    case "subjectMissing":
      return { subject: "请选择更正的内容" };
    case "lineMissing":
      return { lineId: "请选择学员" };
    case "wrongValue":
      return { after: refusal.message };
    case "unchanged":
      return { after: "与现在的内容相同，不需要更正" };
    case "reasonMissing":
      return { reason: "请写明更正的理由和依据" };
  }
}

export default function Amendments() {
  const { head, lines, mayPropose, amendments } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  return (
    <>
      <PageHeader
        title={head.label}
        badge={<RosterStateBadge state={head.state} />}
        note={`${head.countyName} · ${head.startsOn} 至 ${head.endsOn} · ${head.headcount} 人`}
      />
      <RosterTabs rosterId={head.id} current="amendments" tabs={head.tabs} />
      <ErrorSummary errors={answer?.errors} heading="没有提出更正" />
      {head.state === "sealed" ? (
        <Notice kind="info">
          封存的内容不改；更正另行登记，由另一人审核，同封存名册一并归档。
        </Notice>
      ) : (
        <Notice kind="info">花名册封存之后，变动才作为更正登记在这里。</Notice>
      )}
      <AmendmentTable rosterId={head.id} amendments={amendments} />
      {mayPropose && (
        <ProposeAmendment lines={lines} feedback={answer} chosenLine={search.get("line") ?? ""} />
      )}
    </>
  );
}
