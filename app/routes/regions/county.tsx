import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewCounty } from "~/data/regions/region-view.server";
import { shanghaiDistricts } from "~/data/regions/region-name-view.server";
import { ownRegions } from "~/domain/access/actor";
import { may, narrowedTo } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { ProblemList } from "~/ui/tables/problem-list";
import { requireActor } from "~/usecases/access/require-actor.server";
import { CountyFacts } from "./county-facts";
import { handleCountyForm } from "./county-action.server";
import { SubdivisionForms } from "./subdivision-forms";
import { SubdivisionTree } from "./subdivision-tree";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ county }) => county.name,
  crumb: ({ county }) => ({ label: county.name }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const county = await viewCounty(narrowedTo(actor, "region.read", today), params["county"] ?? "");
  if (county === null) throw notFound();
  const { searchParams } = new URL(request.url);
  const saved = { added: searchParams.get("added"), renamed: searchParams.get("renamed") };
  return {
    county,
    today,
    saved: /^\d+$/.test(saved.added ?? "") ? saved : null,
    mayWrite: may(actor, "region.write", county.code, today),
    districts: may(actor, "organisation.manage", county.code, today) ? shanghaiDistricts() : null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const county = params["county"] ?? "";
  if (!ownRegions(actor).includes(county)) throw notFound();
  return handleCountyForm(request, actor, county);
}

export default function County() {
  const { county, today, saved, mayWrite, districts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? [];
  return (
    <>
      <PageHeader title={county.name} note={`行政区划代码 ${county.code}`} />
      <ErrorSummary errors={answer?.errors} />
      {problems.length > 0 && (
        <div className="mb-4">
          <ProblemList
            label="需要改正的行"
            problems={problems.map(({ line, message }) => ({
              severity: "refused",
              place: `第 ${line} 行`,
              message,
            }))}
          />
        </div>
      )}
      {saved !== null && answer === undefined && (
        <Notice kind="success" live>
          已录入 {saved.added} 个，改名 {saved.renamed} 个。
        </Notice>
      )}
      <CountyFacts
        county={county}
        today={today}
        districts={districts}
        feedback={answer?.form === "fact" ? answer : undefined}
      />
      <SubdivisionTree townships={county.townships} mayWrite={mayWrite} errors={answer?.errors} />
      {mayWrite && <SubdivisionForms county={county.code} answer={answer} />}
    </>
  );
}
