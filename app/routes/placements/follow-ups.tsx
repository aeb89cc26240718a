import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { countFollowUps } from "~/data/placements/follow-up-counts-view.server";
import { listFollowUps } from "~/data/placements/follow-up-list-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { FOLLOW_UP_TABS } from "~/domain/placements/follow-up-tab";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { CountyFilter } from "./county-filter";
import { phoneFor, recordQuickly } from "./follow-up-answers.server";
import { followUpColumns } from "./follow-up-columns";
import { doneOf, FollowUpDone } from "./follow-up-done";
import { FollowUpKeys } from "./follow-up-keys";
import { FollowUpTabs, messagesOf, NothingDue } from "./follow-up-tabs";

export const handle: PageHandle = {
  title: "跟踪回访",
  crumb: () => ({ label: "跟踪回访", to: "/follow-ups" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "placement.read", today);
  if (!mayAnywhere(actor, "placement.read", today)) throw forbidden();
  const { search, cursor, size } = readListAddress(request);
  const county = search.get("county") ?? "";
  const tab = FOLLOW_UP_TABS.find((one) => one === search.get("tab")) ?? "due";
  return {
    list: await listFollowUps(actor, { tab, county }, { cursor, size, today }),
    counts: await countFollowUps(actor, county, today),
    counties: countyChoices(actor, "placement.read", today),
    done: doneOf(search),
    mayWrite: mayAnywhere(actor, "followUp.write", today),
    ...{ tab, county, size },
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayAnywhere(actor, "followUp.write", dayInChina(now()))) throw forbidden();
  const form = await request.formData();
  if (form.has("phone")) return phoneFor(actor, String(form.get("phone")));
  const answer = await recordQuickly(actor, String(form.get("quick") ?? ""));
  if (!("outcome" in answer)) return answer;
  const search = new URL(request.url).searchParams;
  search.set("done", answer.outcome);
  search.set("of", answer.placementId);
  search.set("next", answer.nextFollowUpOn ?? "");
  return redirect(`/follow-ups?${search.toString()}`);
}

export default function FollowUps() {
  const { list, counts, counties, tab, county, size, done, mayWrite } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="跟踪回访"
        note="上岗满 15 天、1 个月、2 个月、3 个月、6 个月各回访一次，次数和间隔为本系统定义。"
      />
      <ErrorSummary errors={messagesOf(answer?.errors)} />
      {done !== null && answer === undefined && <FollowUpDone done={done} />}
      <FollowUpTabs current={tab} county={county} counts={counts} />
      {counties.length > 1 && <CountyFilter counties={counties} county={county} kept={{ tab }} />}
      {mayWrite && <FollowUpKeys />}
      <DataTable
        caption="回访名单"
        columns={followUpColumns(answer?.shown ?? null)}
        rows={list.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/placements/${row.id}/follow-ups`}
        rowTone={({ due }) => (due !== null && due.late > 0 ? "warning" : "plain")}
        empty={<NothingDue tab={tab} />}
      />
      <Pager position={{ by: "key", ...list }} size={size} total={counts[tab]} unit="条" />
      {mayWrite && (
        <p className="mt-2 text-xs text-slate-600 print:hidden">
          键盘：J、K 换行，选中一行后按 1 在岗、2 未接通、3 换岗、4 返乡、5 失联、6 拒绝回访。
        </p>
      )}
    </>
  );
}
