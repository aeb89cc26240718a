import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewClaimDraft, viewPotChoices } from "~/data/claims/claim-draft-view.server";
import { viewClaimSources } from "~/data/claims/claim-sources-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import type { Actor } from "~/domain/access/actor";
import { mayAnywhere } from "~/domain/access/policy";
import { toClaimKind } from "~/domain/claims/claim";
import { writtenYear, yearChoices } from "~/domain/claims/claim-years";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { PageHeader } from "~/ui/display/page-header";
import { Steps } from "~/ui/display/steps";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { checkClaim } from "~/usecases/claims/check-claim.server";
import { drawClaim } from "~/usecases/claims/draw-claim.server";
import { writingErrors } from "./writing-errors.server";
import { formSummary } from "./form-summary";
import { DraftForm } from "./draft-form";
import { SourceKinds } from "./source-kinds";
import { SourceTable } from "./source-table";
import { readSource, wrongDays } from "./source-address";

export const handle: PageHandle = { title: "编制补贴申领", crumb: () => ({ label: "编制申领" }) };

/** What the address asks for; the first county when it names none of the officer's. */
function askedOf(actor: Actor, request: Request, today: CalendarDate) {
  if (!mayAnywhere(actor, "claim.write", today)) throw forbidden();
  const { searchParams } = new URL(request.url);
  const counties = countyChoices(actor, "claim.write", today);
  const known = counties.find(({ code }) => code === searchParams.get("county")) ?? counties[0];
  const kind = toClaimKind(searchParams.get("kind") ?? "") ?? "TRAINING";
  const source = readSource(kind, searchParams);
  return { counties, countyCode: known?.code ?? "", kind, source };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const { counties, countyCode, kind, source } = askedOf(actor, request, today);
  const found = source === null ? null : await viewClaimDraft(actor, { countyCode, source }, today);
  const problem =
    found?.ok === false
      ? writingErrors(found.refusal)["form"]
      : wrongDays(kind, new URL(request.url).searchParams);
  return {
    ...{ counties, countyCode, kind, source, problem, years: yearChoices(today) },
    draft: found?.ok === true ? found.value : null,
    pots: found?.ok === true ? await viewPotChoices(actor, countyCode) : [],
    sources: found?.ok === true ? [] : await viewClaimSources(actor, { countyCode, kind }, today),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { countyCode, source } = askedOf(actor, request, dayInChina(now()));
  const form = await request.formData();
  const typed = (name: string) => String(form.get(name) ?? "");
  const values = { title: typed("title"), potId: typed("potId"), year: typed("year") };
  const refuse = (errors: Readonly<Record<string, string>>) =>
    data({ values, errors }, { status: 422 });
  const year = writtenYear(values.year);
  if (source === null) return refuse(writingErrors({ kind: "sourceNotFound" }));
  if (year === null) return refuse({ year: "请选择申领年度" });
  const asked = { countyCode, source, year, potId: values.potId, title: values.title };
  const drawn = await drawClaim(actor, asked, now());
  if (!drawn.ok) return refuse(writingErrors(drawn.refusal));
  await checkClaim(actor, drawn.value, now());
  return redirect(`/claims/${drawn.value}?done=draw`);
}

const STEPS = [{ label: "选补贴种类和来源" }, { label: "核对人数和金额" }, { label: "核查" }];

export default function NewClaim() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { counties, countyCode, kind, source, draft, problem, pots, years, sources } = loaded;
  const errors = answer?.errors ?? (problem === undefined ? undefined : { form: problem });
  return (
    <>
      <PageHeader
        title="编制补贴申领"
        note="只能从已经核实的台账取数：人员和天数不重新录入，金额按事项当日执行的标准计算"
      />
      <Steps label="编制申领" steps={STEPS} current={draft === null ? 1 : 2} />
      <ErrorSummary errors={formSummary(errors)} />
      <SourceKinds {...{ counties, countyCode, kind }} />
      {draft === null || source === null ? (
        <SourceTable {...{ countyCode, kind, sources }} />
      ) : (
        <DraftForm {...{ draft, source, pots, years, countyCode }} feedback={answer} />
      )}
    </>
  );
}
