import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { countFollowUps } from "~/data/placements/follow-up-counts-view.server";
import { listHelp } from "~/data/placements/help-list-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { helpForm } from "~/domain/placements/follow-up-form";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid, readListAddress } from "~/platform/http/list-address.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { recordHelp } from "~/usecases/placements/record-help.server";
import { CountyFilter } from "./county-filter";
import { FollowUpTabs } from "./follow-up-tabs";
import { helpErrors } from "./help-answers.server";
import { HelpSwitch } from "./help-switch";
import { HelpTable } from "./help-table";

export const handle: PageHandle = {
  title: "求助办理",
  crumb: () => ({ label: "求助办理" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "placement.read", today);
  if (!mayAnywhere(actor, "placement.read", today)) throw forbidden();
  const { search, cursor, size } = readListAddress(request);
  const county = search.get("county") ?? "";
  const given = search.get("given") === "1";
  return {
    list: await listHelp(actor, { given, county }, { cursor, size, today }),
    counts: await countFollowUps(actor, county, today),
    counties: countyChoices(actor, "placement.read", today),
    isDone: search.get("done") === "1",
    ...{ county, given, size, today },
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayAnywhere(actor, "followUp.write", dayInChina(now()))) throw forbidden();
  const form = await request.formData();
  const id = String(form.get("followUpId") ?? "");
  const values = {
    followUpId: id,
    helpGiven: String(form.get("helpGiven") ?? ""),
    helpGivenOn: String(form.get("helpGivenOn") ?? ""),
  };
  if (!isUuid(id)) throw notFound();
  const read = helpForm.safeParse(values);
  if (!read.success) {
    const errors: Record<string, string> = {};
    for (const { path, message } of read.error.issues) errors[String(path[0])] ??= message;
    return data({ values, errors }, { status: 422 });
  }
  const outcome = await recordHelp(actor, id, read.data, now());
  if (!outcome.ok) return data({ values, errors: helpErrors(outcome.refusal) }, { status: 422 });
  const { searchParams: search } = new URL(request.url);
  search.set("done", "1");
  return redirect(`/follow-ups/help?${search.toString()}`);
}

export default function FollowUpHelp() {
  const { list, counts, counties, county, given, size, today, isDone } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title="求助办理" note="回访时务工人员提出的困难和需要的帮助，最早提出的在前。" />
      <ErrorSummary errors={answer?.errors} />
      {isDone && answer === undefined && (
        <Notice kind="success" live>
          已登记帮助情况，这件求助转入已办理。
        </Notice>
      )}
      <FollowUpTabs current="help" county={county} counts={counts} />
      <HelpSwitch given={given} county={county} counts={counts} />
      {counties.length > 1 && (
        <CountyFilter counties={counties} county={county} kept={given ? { given: "1" } : {}} />
      )}
      <HelpTable rows={list.rows} given={given} today={today} feedback={answer} />
      <Pager
        position={{ by: "key", ...list }}
        size={size}
        total={given ? counts.helpGiven : counts.helpOpen}
        unit="件"
      />
    </>
  );
}
