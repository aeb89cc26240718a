import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { listPlacementChoices } from "~/data/placements/filing-choices-view.server";
import type { PlacementDetails } from "~/data/placements/placement-details-view.server";
import { viewPlacementHead } from "~/data/placements/placement-head-view.server";
import { viewPlacement } from "~/data/placements/placement-view.server";
import { yuanDigits } from "~/domain/shared/fen";
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
import { answerFiling } from "./filing-answers.server";
import { PlacementFields } from "./placement-fields";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => `修改${head.name}的就业登记`,
  crumb: ({ head }) => ({ label: `修改${head.name}的就业登记` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewPlacementHead(actor, params["placementId"], today);
  if (head === null) throw notFound();
  const { details } = await viewPlacement(actor, head, today);
  if (!head.mayWrite || details === null) throw forbidden();
  const choices = await listPlacementChoices(actor, [head.countyCode], details.facts);
  return { head, choices, defaults: defaultsOf(details) };
}

function defaultsOf({ facts, creditCode }: PlacementDetails): Record<string, string> {
  const { employer, monthlyWageFen: wage } = facts;
  return {
    ...{ creditCode: creditCode ?? "", employerName: employer.name },
    ...{ workplaceCode: facts.workplaceCode, startedOn: facts.startedOn },
    ...{ form: facts.form, workerGroup: facts.workerGroup, arrangement: facts.arrangement },
    jobTitle: facts.jobTitle,
    monthlyWageFen: wage === null ? "" : yuanDigits(wage),
    ...{ contractKind: facts.contractKind, contractFrom: facts.contractFrom ?? "" },
    ...{ contractTo: facts.contractTo ?? "", note: facts.note, batchId: facts.batchId ?? "" },
    ...{ vacancyId: facts.vacancyId ?? "", classId: facts.classId ?? "" },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  return answerFiling(actor, params["placementId"] ?? "", await request.formData());
}

export default function EditPlacement() {
  const { head, choices, defaults } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={`修改${head.name}的就业登记`}
        note={`${head.maskedId} · 改了上岗日期，会按那一天的建档立卡数据重新查验`}
      />
      <ErrorSummary errors={answer?.errors} />
      <Card className="max-w-4xl">
        <Form method="post">
          <input type="hidden" name="version" value={head.version} />
          <FormFeedback feedback={answer}>
            <PlacementFields choices={choices} defaults={defaults} />
            <div className="mt-5 flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在保存…">保存修改</SubmitButton>
              <ButtonLink to={`/placements/${head.id}`}>返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
