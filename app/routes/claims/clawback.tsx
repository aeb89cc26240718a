import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewClawback } from "~/data/claims/clawback-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerClawback } from "./clawback-answers.server";
import { ClawbackBadge } from "./clawback-badge";
import { ClawbackFacts } from "./clawback-facts";
import { ClawbackForms } from "./clawback-forms";
import { formSummary } from "./form-summary";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ one }) => `追回${one.person}的补贴`,
  crumb: ({ one }) => ({ label: `追回${one.person}的补贴` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const one = await viewClawback(actor, params["clawbackId"], today);
  if (one === null) throw notFound();
  return { one, today, done: new URL(request.url).searchParams.get("done") ?? "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  return answerClawback(actor, params["clawbackId"] ?? "", request);
}

const DONE = new Map([
  ["propose", "已提出，等复核人确认。"],
  ["decide", "已办理。"],
  ["repay", "已登记追回，金额已退回资金项目。"],
]);

export default function ClawbackRoute() {
  const { one, today, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  return (
    <>
      <PageHeader
        title={`追回${one.person}的补贴`}
        badge={<ClawbackBadge state={one.state} />}
        note={`${one.countyName} · ${one.claim}`}
      />
      <ErrorSummary errors={formSummary(answer?.errors)} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <Notice kind="info">{next(one)}</Notice>
      <ClawbackFacts one={one} />
      <ClawbackForms {...{ one, today, feedback: answer }} />
    </>
  );
}

/** What is to be done next, and by whom. */
function next({ state, paymentState }: Loaded["one"]): string {
  switch (state) {
    case "proposed":
      if (paymentState === "SENT") return "这笔款已送银行，等财务登记回盘后，再由复核人确认。";
      return paymentState === "PAID"
        ? "等提出人以外的复核人确认：确认后由财务收回，或写明原因不予追回。"
        : "等提出人以外的复核人确认：确认后不再发放，资金退回项目；在此之前不送银行。";
    case "confirmed":
      return "已确认追回，等财务收到退款后登记凭证。";
    case "repaid":
      return "已追回，金额已从资金支出中冲减，退回资金项目。";
    case "stopped":
      return "没有发放，已停发，资金已退回项目。";
    case "dropped":
      return "不予追回。";
  }
}
