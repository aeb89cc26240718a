import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { viewGate } from "~/data/evidence/gate-view.server";
import { viewSeal } from "~/data/evidence/seal-view.server";
import { viewRosterHead } from "~/data/rosters/roster-head-view.server";
import { ROSTER_STATE_LABELS } from "~/domain/rosters/roster";
import type { SealRefusal } from "~/domain/rosters/seal-refusal";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { isConfirmed } from "~/ui/actions/confirm-form";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { RosterStateBadge } from "~/ui/display/roster-state-badge";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { sealRoster } from "~/usecases/rosters/seal-roster.server";
import { RosterTabs } from "./roster-tabs";
import { SealFacts } from "./seal-facts";
import { SealGate } from "./seal-gate";
import { SEAL_WORD } from "./seal-standing";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `封存${head.label}花名册`,
  crumb: ({ head }) => ({ label: `${head.label}封存`, to: `/rosters/${head.id}/seal` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewRosterHead(actor, params["rosterId"], today);
  if (head === null) throw notFound();
  const page = await viewSeal(actor, head, today);
  const gate = page.seal === null ? await viewGate(actor, head, today) : null;
  return { head, page, gate };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const rosterId = params["rosterId"] ?? "";
  const form = await request.formData();
  if (!isConfirmed(form, SEAL_WORD)) {
    return data({ error: `请输入“${SEAL_WORD}”两个字确认` }, { status: 422 });
  }
  const outcome = await sealRoster(
    actor,
    { rosterId, version: Number(form.get("version")) },
    now(),
  );
  if (outcome.ok) return redirect(`/rosters/${rosterId}/seal?done=1`);
  return data({ error: messageOf(outcome.refusal) }, { status: 409 });
}

function messageOf(refusal: SealRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "changedByOthers":
      return "页面已被他人更新：打开之后花名册有了变动，请核对后再封存";
    case "wrongState":
      return `花名册现为“${ROSTER_STATE_LABELS[refusal.state]}”，不能封存`;
    case "incomplete":
      return `还缺 ${refusal.missing} 项，补齐后才能封存`;
    case "ownWork":
      return "您录入、报送、采集或办理过本册的内容，请由另一位审核人封存";
  }
}

export default function SealRoster() {
  const { head, page, gate } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  return (
    <>
      <PageHeader
        title={head.label}
        badge={<RosterStateBadge state={head.state} />}
        note={`${head.countyName} · ${head.startsOn} 至 ${head.endsOn} · ${head.headcount} 人`}
      />
      <RosterTabs rosterId={head.id} current="seal" tabs={head.tabs} />
      {search.has("done") && answer === undefined && (
        <Notice kind="success" live>
          已封存。请打印封存名册，随案归档。
        </Notice>
      )}
      <ErrorSummary errors={answer && [{ message: answer.error }]} heading="没有封存" />
      {page.seal !== null && (
        <SealFacts rosterId={head.id} seal={page.seal} mayPrint={page.offers.print} />
      )}
      {gate !== null && <SealGate head={head} gate={gate} offers={page.offers} />}
    </>
  );
}
