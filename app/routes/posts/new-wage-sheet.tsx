import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewWageDraft } from "~/data/posts/wage-draft-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import type { Actor } from "~/domain/access/actor";
import { mayAnywhere } from "~/domain/access/policy";
import { monthChoices, monthInAddress } from "~/domain/posts/month-address";
import { monthName } from "~/domain/posts/wage-receipt";
import { yuanText } from "~/domain/shared/fen";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { openWageSheet, type OpenWageSheetRefusal } from "~/usecases/posts/open-wage-sheet.server";
import { DraftedWages } from "./drafted-wages";
import { LeftOut } from "./left-out";
import { NewWageSheetFilters } from "./new-wage-sheet-filters";

export const handle: PageHandle = {
  title: "编制工资表",
  crumb: () => ({ label: "编制工资表" }),
};

/** What the address or the form asks for; the first county when it names none of the officer's. */
function askedOf(actor: Actor, search: URLSearchParams, today: ReturnType<typeof dayInChina>) {
  const counties = countyChoices(actor, "wage.write", today);
  const known = counties.find(({ code }) => code === search.get("county")) ?? counties[0];
  const month = monthInAddress(search.get("month"), today);
  const township = (search.get("township") ?? "").slice(0, 30);
  const fundSource = (search.get("fundSource") ?? "").slice(0, 100);
  return { counties, asked: { countyCode: known?.code ?? "", month, township, fundSource } };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!mayAnywhere(actor, "wage.write", today)) throw forbidden();
  const { counties, asked } = askedOf(actor, new URL(request.url).searchParams, today);
  const draft = await viewWageDraft(actor, { ...asked, id: null });
  return { counties, asked, draft, months: monthChoices(today) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!mayAnywhere(actor, "wage.write", today)) throw forbidden();
  const form = await request.formData();
  const typed = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === "string") typed.set(name, value);
  const outcome = await openWageSheet(actor, askedOf(actor, typed, today).asked, now());
  if (outcome.ok) return redirect(`/wage-sheets/${outcome.value}?done=open`);
  return data({ errors: { form: messageOf(outcome.refusal) } }, { status: 422 });
}

function messageOf(refusal: OpenWageSheetRefusal): string {
  switch (refusal.kind) {
    case "forbidden":
      throw forbidden();
    case "nobody":
      return `没有可以列入的人员，${refusal.leftOut} 人未列入，原因见下表`;
  }
}

export default function NewWageSheet() {
  const { asked, draft, counties, months } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { lines, leftOut, payFen } = draft;
  const month = asked.month.slice(0, 7);
  return (
    <>
      <PageHeader
        title="编制工资表"
        note="先选月份和范围，看清列入和未列入的人员，再生成"
        actions={<ButtonLink to={`/posts/attendance?month=${month}`}>登记考勤</ButtonLink>}
      />
      <ErrorSummary errors={answer?.errors} />
      <NewWageSheetFilters {...{ asked, counties, months, draft }} />
      <DraftedWages rows={lines} caption={`${monthName(asked.month)}列入人员`} />
      <Form method="post" className="my-4 flex flex-wrap items-center gap-3">
        <input type="hidden" name="county" value={asked.countyCode} />
        <input type="hidden" name="month" value={month} />
        <input type="hidden" name="township" value={asked.township} />
        <input type="hidden" name="fundSource" value={asked.fundSource} />
        {lines.length > 0 && <SubmitButton>生成工资表</SubmitButton>}
        <span>{`列入 ${lines.length} 人，实发合计 ${yuanText(payFen)}；未列入 ${leftOut.length} 人`}</span>
      </Form>
      <LeftOut rows={leftOut} month={asked.month} />
    </>
  );
}
