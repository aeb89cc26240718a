import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewClaimHead } from "~/data/claims/claim-head-view.server";
import { viewAskedBack } from "~/data/claims/asked-back-view.server";
import { parseYuan, yuanDigits, yuanText } from "~/domain/shared/fen";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { TextAreaField, TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { proposeClawback } from "~/usecases/claims/propose-clawback.server";
import { ClaimFrame } from "./claim-frame";
import { answeredClawback, refuseClawback } from "./clawback-errors.server";
import { formSummary } from "./form-summary";
import { typedValues } from "./form-values";

export const handle: PageHandle = { title: "提出追回", crumb: () => ({ label: "提出追回" }) };

async function find({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const head = await viewClaimHead(actor, params["batchId"], dayInChina(now()));
  if (head === null) throw notFound();
  if (!head.mayPropose) throw forbidden();
  const line = await viewAskedBack(actor, head.id, params["lineId"]);
  if (line === null) throw notFound();
  return { actor, head, line };
}

export async function loader(args: LoaderFunctionArgs) {
  const { head, line } = await find(args);
  return { head, line };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, head, line } = await find(args);
  const values = typedValues(await args.request.formData());
  const amountFen = parseYuan(values["amount"] ?? "");
  if (amountFen === null) return refuseClawback({ amount: "金额看不懂，如 800 或 800.50" }, values);
  const reason = (values["reason"] ?? "").slice(0, 300);
  const asked = { batchId: head.id, lineId: line.id, amountFen, reason };
  const outcome = await proposeClawback(actor, asked, now());
  const to = outcome.ok ? `/clawbacks/${outcome.value}?done=propose` : "";
  return answeredClawback(outcome, values, to);
}

export default function ProposeClawback() {
  const { head, line } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { state, id } = head;
  const isApproved = state === "approved" || state === "paid";
  const open = isApproved && !line.isOpen && line.leftFen > 0;
  return (
    <ClaimFrame
      head={head}
      current="clawbacks"
      actions={<ButtonLink to={`/claims/${id}/lines/${line.id}`}>返回明细</ButtonLink>}
    >
      <ErrorSummary errors={formSummary(answer?.errors)} />
      {!isApproved && <Notice kind="info">还没有批准的不需要追回：退回后移出这条明细即可。</Notice>}
      {isApproved && !open && (
        <Notice kind="info">这条明细已有一笔追回没有办结，或已全额追回、停发。</Notice>
      )}
      {open && (
        <Card
          title={`提出追回：${line.lineNo} ${line.name}`}
          note={line.isPaid ? "由提出人以外的复核人确认后收回" : "还没有发放：确认后整笔停发"}
          className="max-w-3xl"
        >
          <Form method="post" className="space-y-4">
            <FormFeedback feedback={answer}>
              <TextField
                name="amount"
                label="金额（元）"
                hint={`最多 ${yuanText(line.leftFen)}`}
                defaultValue={yuanDigits(line.leftFen)}
                required
                inputMode="decimal"
                maxLength={16}
              />
              <TextAreaField name="reason" label="原因" required rows={3} maxLength={300} />
            </FormFeedback>
            <SubmitButton pendingLabel="正在保存…">提出追回</SubmitButton>
          </Form>
        </Card>
      )}
    </ClaimFrame>
  );
}
