import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { pairChoices } from "~/data/targets/pair-choices-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { MEASURE_LABELS } from "~/domain/targets/measure";
import { toMonth } from "~/domain/targets/reconciliation-month";
import {
  FIGURE_DEFINITION,
  RECONCILED_MEASURES,
  toReconciledMeasure,
} from "~/domain/targets/reconciliation-words";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerNewReconciliation } from "./new-answer.server";
import { typedValues } from "./typed-values";

export const handle: PageHandle = { title: "发起对账", crumb: () => ({ label: "发起对账" }) };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!mayAnywhere(actor, "reconciliation.prepare", today)) throw forbidden();
  const search = new URL(request.url).searchParams;
  const pairs = await pairChoices(actor, today);
  const only = pairs.length === 1 ? pairs[0]?.value : undefined;
  return {
    pairs,
    pair: search.get("pair") ?? only ?? "",
    month: toMonth(search.get("month"))?.slice(0, 7) ?? "",
    measure: toReconciledMeasure(search.get("measure")) ?? "SHANGHAI_PLACED",
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayAnywhere(actor, "reconciliation.prepare", dayInChina(now()))) throw forbidden();
  const values = typedValues(await request.formData());
  const answer = await answerNewReconciliation(actor, values, now());
  if ("id" in answer) return redirect(`/reconciliations/${answer.id}?done=open`);
  return data({ values, errors: answer.errors }, { status: 422 });
}

const MEASURE_OPTIONS = RECONCILED_MEASURES.map((value) => ({
  value,
  label: MEASURE_LABELS[value],
}));

export default function NewReconciliation() {
  const { pairs, pair, month, measure } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title="发起对账" note="选定月份，系统按台账现有数据取县方名单，再由区方填报。" />
      <ErrorSummary errors={answer?.errors} />
      <Card className="max-w-2xl">
        {pairs.length === 0 ? (
          <EmptyState title="本县没有登记结对关系" icon="region">
            结对的上海市区由系统管理员在“地区”中按日期登记，登记后即可发起对账。
          </EmptyState>
        ) : (
          <Form method="post">
            <FormFeedback feedback={answer}>
              <div className="space-y-4">
                <SelectField
                  name="pair"
                  label="结对"
                  options={pairs}
                  required
                  defaultValue={pair}
                />
                <TextField
                  name="month"
                  label="月份"
                  hint="写成 2020-05 的样子；当月结束后才能对账"
                  required
                  maxLength={7}
                  defaultValue={month}
                  className="max-w-sm"
                />
                <SelectField
                  name="measure"
                  label="指标"
                  options={MEASURE_OPTIONS}
                  emptyLabel={null}
                  required
                  defaultValue={measure}
                />
              </div>
              <p className="mt-3 text-slate-600">{FIGURE_DEFINITION}</p>
              <div className="mt-4 flex flex-wrap gap-2">
                <SubmitButton pendingLabel="正在取数…">发起并取数</SubmitButton>
                <ButtonLink to="/reconciliations">返回</ButtonLink>
              </div>
            </FormFeedback>
          </Form>
        )}
      </Card>
    </>
  );
}
