import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { listFilingChoices } from "~/data/training/filing-choices-view.server";
import { viewFiling } from "~/data/training/filing-view.server";
import { yuanText } from "~/domain/shared/fen";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { ClassFindingList } from "./class-finding-list";
import { ClassFrame } from "./class-frame";
import { answerFilingForm } from "./filing-answers.server";
import { ClassPart } from "./filing-class-part";
import { CostPart } from "./filing-cost-part";
import { FilingDecision } from "./filing-decision";
import { FilingFacts } from "./filing-facts";
import { OrderPart } from "./filing-order-part";
import { filingValues } from "./filing-values";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.label}开班备案`,
  crumb: ({ head }) => ({ label: `${head.label}开班备案` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewClassHead(actor, params["classId"], today);
  const filing = head === null ? null : await viewFiling(actor, head.id, today);
  if (head === null || filing === null) throw notFound();
  const choices = filing.offers.change
    ? await listFilingChoices(actor, head.countyCode, today)
    : null;
  const isSaved = new URL(request.url).searchParams.get("done") === "file";
  return { head, filing, choices, isSaved };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const classId = params["classId"];
  if (!isUuid(classId)) throw notFound();
  return answerFilingForm(actor, classId, await request.formData());
}

export default function FilingPage() {
  const { head, filing, choices, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { planId, providerId } = filing.filed;
  const places = { classId: head.id, planId, providerId, rosterId: head.roster?.id ?? null };
  return (
    <ClassFrame
      head={head}
      current="overview"
      actions={<ButtonLink to={`/classes/${head.id}`}>返回概况</ButtonLink>}
    >
      <ErrorSummary errors={answer?.errors} />
      {isSaved && answer === undefined && (
        <Notice kind="success" live>
          备案已保存。核对下面的问题，上传开班材料，再报送审批。
        </Notice>
      )}
      <ClassFindingList findings={filing.findings} places={places} />
      <FormFeedback feedback={answer}>
        <FilingDecision filing={filing} isReturning={answer?.errors["reason"] !== undefined} />
      </FormFeedback>
      {choices === null ? (
        <FilingFacts filing={filing} />
      ) : (
        <FilingForm filing={filing} choices={choices} feedback={answer} />
      )}
    </ClassFrame>
  );
}

interface FilingFormProps {
  readonly filing: Loaded["filing"];
  readonly choices: NonNullable<Loaded["choices"]>;
  readonly feedback: Feedback | undefined;
}

function FilingForm({ filing, choices, feedback }: FilingFormProps) {
  const values = filingValues(filing.filed);
  const { computedBudgetFen } = filing;
  const computed = computedBudgetFen === null ? null : yuanText(computedBudgetFen);
  return (
    <Form method="post">
      <input type="hidden" name="version" value={filing.version} />
      <FormFeedback feedback={feedback}>
        <Card title="班次">
          <ClassPart {...{ values, choices }} />
        </Card>
        <Card title="培训方式和用工订单">
          <OrderPart values={values} />
        </Card>
        <Card title="人数、费用和责任">
          <CostPart {...{ values, choices, computed }} />
        </Card>
      </FormFeedback>
      <SubmitButton name="intent" value="file" pendingLabel="正在保存…">
        保存备案
      </SubmitButton>
    </Form>
  );
}
