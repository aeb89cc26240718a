import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewTargetToRevise } from "~/data/targets/entry-view.server";
import { revisionForm } from "~/domain/targets/target-form";
import { targetLabel, valueText } from "~/domain/targets/wording";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { reviseTarget } from "~/usecases/targets/revise-target.server";
import { readTarget, typedValues } from "./form-values";
import { TargetFields } from "./target-fields";
import { reviseRefusal } from "./target-refusals";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: "按新文件修订目标任务",
  crumb: ({ label }) => ({ label: `修订：${label}` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const found = await viewTargetToRevise(actor, params["targetId"] ?? "", dayInChina(now()));
  if (found === null) throw notFound();
  if (!found.mayRevise) throw forbidden();
  const { target, counties, regionName } = found;
  const areas = counties.map(({ code, name }) => {
    const share = target.shares.find(({ areaCode }) => areaCode === code);
    return { code, name, isIn: share !== undefined, value: share?.value?.toString() ?? "" };
  });
  const tick = (isSet: boolean) => (isSet ? "on" : "");
  const { periodFrom, deadlineOn, basis, summary, assumptions, documentNumber } = target;
  return {
    ...{ id: target.id, documentNumber, areas, label: targetLabel(target, regionName) },
    was: valueText(target, target.value),
    defaults: {
      ...{
        periodFrom,
        deadlineOn,
        basis,
        summary,
        assumptions,
        value: target.value?.toString() ?? "",
      },
      mayShare: tick(target.mayShare),
      basisIsStated: tick(target.basisIsStated),
      mustExceed: tick(target.mustExceed),
    },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const found = await viewTargetToRevise(actor, params["targetId"] ?? "", dayInChina(now()));
  if (found === null) throw notFound();
  if (!found.mayRevise) throw forbidden();
  const { id, measure } = found.target;
  const values = typedValues(await request.formData());
  const read = readTarget(revisionForm, { ...values, measure });
  if (!read.ok) return data({ values, errors: read.errors }, { status: 422 });
  const outcome = await reviseTarget(actor, id, read.form, now());
  if (outcome.ok) return redirect(`/targets/${outcome.value.targetId}?done=revise`);
  const { refusal } = outcome;
  if (refusal.kind === "notFound") throw notFound();
  if (refusal.kind === "forbidden") throw forbidden();
  return data({ values, errors: reviseRefusal(refusal) }, { status: 422 });
}

export default function ReviseTarget() {
  const { id, label, was, documentNumber, defaults, areas } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="按新文件修订目标任务"
        note={`${label}，现任务 ${was}，依据 ${documentNumber}。`}
      />
      <ErrorSummary errors={answer?.errors} />
      <Card>
        <Form method="post">
          <FormFeedback feedback={answer}>
            <TargetFields defaults={defaults} areas={areas} isRevision />
            <div className="mt-5 flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在保存…">保存修订</SubmitButton>
              <ButtonLink to={`/targets/${id}`}>返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
