import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { countiesToShare, targetRegions } from "~/data/targets/entry-view.server";
import { targetForm } from "~/domain/targets/target-form";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FilterBar } from "~/ui/forms/filter-bar";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { RegionPicker } from "~/ui/forms/region-picker";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { enterTarget } from "~/usecases/targets/enter-target.server";
import { readTarget, typedValues } from "./form-values";
import { TargetFields } from "./target-fields";
import { enterRefusal } from "./target-refusals";

export const handle: PageHandle = {
  title: "录入目标任务",
  crumb: () => ({ label: "录入目标任务" }),
};

const START = { basis: "HEADCOUNT", mayShare: "on" };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const regions = targetRegions(actor, dayInChina(now()));
  if (regions.length === 0) throw forbidden();
  const wanted = new URL(request.url).searchParams.get("region");
  const region = regions.find(({ code }) => code === wanted) ?? regions[0];
  const counties = region === undefined ? [] : await countiesToShare(actor, region.code);
  const areas = counties.map(({ code, name }) => {
    return { code, name, isIn: counties.length === 1, value: "" };
  });
  return { regions, region: region?.code ?? "", chosen: wanted ?? "", areas };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (targetRegions(actor, dayInChina(now())).length === 0) throw forbidden();
  const values = typedValues(await request.formData());
  const read = readTarget(targetForm, values);
  if (!read.ok) return data({ values, errors: read.errors }, { status: 422 });
  const outcome = await enterTarget(actor, values["regionCode"] ?? "", read.form, now());
  if (outcome.ok) return redirect(`/targets/${outcome.value.targetId}?done=enter`);
  return data({ values, errors: enterRefusal(outcome.refusal) }, { status: 422 });
}

export default function NewTarget() {
  const { regions, region, chosen, areas } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="录入目标任务"
        note="按文件原样录入；以后有变动的，按新文件修订，原任务保留备查。"
      />
      {regions.length > 1 && (
        <FilterBar label="选择责任地区">
          <RegionPicker
            name="region"
            label="责任地区"
            hint="先选地区，再填各县任务"
            regions={regions}
            emptyLabel={`${regions[0]?.name ?? ""}（默认）`}
            defaultValue={chosen}
          />
        </FilterBar>
      )}
      <ErrorSummary errors={answer?.errors} />
      <Card title={regions.find(({ code }) => code === region)?.name ?? ""}>
        {/* Another area is another form: what was typed for its counties does not stay. */}
        <Form method="post" key={region}>
          <FormFeedback feedback={answer}>
            <input type="hidden" name="regionCode" value={region} />
            <TargetFields defaults={START} areas={areas} isRevision={false} />
            <div className="mt-5 flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在保存…">保存目标任务</SubmitButton>
              <ButtonLink to="/targets">返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
