import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { listLines } from "~/data/rosters/line-view.server";
import { viewRosterHead } from "~/data/rosters/roster-head-view.server";
import { viewSignedHead } from "~/data/rosters/signed-head-view.server";
import { viewRoster } from "~/data/rosters/roster-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid, readListAddress } from "~/platform/http/list-address.server";
import { notFound } from "~/platform/http/not-found.server";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { RosterStateBadge } from "~/ui/display/roster-state-badge";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerRosterForm } from "./life-answers.server";
import { readName, readPage } from "./list-address";
import { ReviewPanel, RosterLinks } from "./roster-actions";
import { RosterFacts } from "./roster-facts";
import { RosterHistory } from "./roster-history";
import { RosterLines } from "./roster-lines";
import { RosterTabs } from "./roster-tabs";
import { ShowTabs } from "./show-tabs";
import { SearchBox } from "./search-box";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ roster }) => `${roster.label}花名册`,
  crumb: ({ roster }) => ({ label: roster.label }),
};

const DONE: Readonly<Record<string, string>> = {
  submit: "已报送，等待审核人核定。",
  return: "已退回，县级经办人补正后再报送。",
  accept: "已核定。",
  remove: "已移除，原记录留在历史中。",
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const roster = await viewRoster(actor, params["rosterId"] ?? "", today);
  const head = await viewRosterHead(actor, params["rosterId"], today);
  if (roster === null || head === null) {
    const signed = await viewSignedHead(actor, params["rosterId"], today);
    throw signed?.kind === "WAGES" ? redirect(signed.to) : notFound();
  }
  const { search, size } = readListAddress(request);
  const marked = search.get("line") ?? "";
  const lineId = isUuid(marked) && !search.has("page") ? marked : null;
  const text = readName(search);
  const show = search.get("show") ?? "all";
  const filter = {
    ...{ text, onlyProblems: show === "problems" },
    onlyUnverified: show === "unverified",
  };
  const wanted = { page: readPage(search), size, lineId };
  const lines = await listLines(actor, roster.id, filter, wanted);
  const markedId = isUuid(marked) ? marked : null;
  return { roster, lines, size, text, show, markedId, tabs: head.tabs };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const rosterId = params["rosterId"] ?? "";
  if (!isUuid(rosterId)) throw notFound();
  const answer = await answerRosterForm(actor, rosterId, await request.formData());
  return answer instanceof Response ? answer : data(answer, { status: answer.status });
}

export default function RosterPage() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { roster, lines, size, text, markedId } = loaded;
  const done = DONE[search.get("done") ?? ""];
  const marked = lines.rows.find((line) => line.id === markedId);
  return (
    <>
      <PageHeader
        title={roster.label}
        badge={<RosterStateBadge state={roster.state} />}
        note={`${roster.countyName} · ${roster.startsOn} 至 ${roster.endsOn} · ${roster.headcount} 人`}
        actions={<RosterLinks roster={roster} />}
      />
      <RosterTabs rosterId={roster.id} current="lines" tabs={loaded.tabs} />
      {done !== undefined && answer === undefined && (
        <Notice kind="success" live>
          {done}
        </Notice>
      )}
      <FormFeedback feedback={answer}>
        <ErrorSummary errors={answer?.problems} heading="没有办理" />
        <ReviewPanel roster={roster} isReturning={answer?.errors["reason"] !== undefined} />
      </FormFeedback>
      <RosterFacts roster={roster} />
      <div className="mb-3 flex flex-wrap items-end gap-3 print:hidden">
        <SearchBox label="在本册中查找" text={text} error={answer?.errors["find"]} />
      </div>
      {marked && <Notice kind="info">{`已定位到第 ${marked.lineNo} 号 ${marked.name}。`}</Notice>}
      <ShowTabs roster={roster} show={loaded.show} />
      <RosterLines
        {...{ lines, size, markedId }}
        rosterId={roster.id}
        mayEdit={roster.offers.edit}
      />
      <RosterHistory entries={roster.history} />
    </>
  );
}
