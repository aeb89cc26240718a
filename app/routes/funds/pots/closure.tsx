import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewClosure } from "~/data/funds/pot-closure-view.server";
import { CLOSURE_STEP_LABELS, CLOSURE_STEPS } from "~/domain/funds/pot";
import { Notice } from "~/ui/display/notice";
import { Steps } from "~/ui/display/steps";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { ReasonCard } from "~/ui/forms/reason-card";
import type { PageHandle } from "~/ui/frame/page-handle";
import { answerClosure } from "./closure-answers.server";
import { ClosureTable } from "./closure-table";
import { NextStepForm } from "./next-step-form";
import { PotFrame } from "./pot-frame";
import { potVisitor } from "./pot-visitor.server";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.name}：收尾`,
  crumb: ({ head }) => ({ label: `${head.name}：收尾`, to: `/funds/${head.id}/closure` }),
};

export async function loader(args: LoaderFunctionArgs) {
  const { actor, head, today } = await potVisitor(args);
  const page = await viewClosure(actor, head.id, today);
  return { head, page, done: new URL(args.request.url).searchParams.get("done") ?? "" };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, head } = await potVisitor(args, "fund.manage");
  return answerClosure(actor, head.id, args.request);
}

export default function Closure() {
  const { head, page, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { next, lastId } = page;
  const may = head.mayManage && head.isOpen;
  const last = page.steps.find(({ id }) => id === lastId);
  return (
    <PotFrame head={head} current="/closure">
      <ErrorSummary errors={answer?.errors} />
      {done === "step" && (
        <Notice kind="success" live>
          已登记。
        </Notice>
      )}
      {done === "void" && (
        <Notice kind="success" live>
          已作废，可以重新登记这一步。
        </Notice>
      )}
      <Steps
        label="收尾顺序"
        steps={CLOSURE_STEPS.map((step) => ({ label: CLOSURE_STEP_LABELS[step] }))}
        current={next === null ? CLOSURE_STEPS.length + 1 : CLOSURE_STEPS.indexOf(next) + 1}
      />
      <Notice kind="info" title="下一步">
        {adviceOf(head, next)}
      </Notice>
      <ClosureTable steps={page.steps} potId={head.id} mayOpen={head.mayOpenFiles} />
      {may && next !== null && <NextStepForm step={next} feedback={answer} />}
      {may && last !== undefined && (
        <ReasonCard
          title={`作废：${CLOSURE_STEP_LABELS[last.step]}`}
          note="只用于登记错的；只能从最后一步起作废"
          className="max-w-4xl"
          field={{ name: "voidReason", label: "作废原因", maxLength: 300 }}
          button={{
            ...{ intent: "void", label: "作废最后一步", pendingLabel: "正在作废…" },
            variant: "danger",
          }}
          feedback={answer}
        />
      )}
    </PotFrame>
  );
}

function adviceOf(head: Loaded["head"], next: Loaded["page"]["next"]): string {
  if (head.voidReason !== null) return "资金项目已作废，不办理收尾。";
  if (next === null || head.isClosed) return "五步已全部完成，项目已收尾，不再登记收支和调整。";
  const who = head.mayManage ? "在本页登记" : "由经办人登记";
  const end = next === "ACCEPTANCE" ? "；验收登记后项目关闭，不再变动" : "";
  return `五步须依次办理，后一步的日期不早于前一步；现在${who}${CLOSURE_STEP_LABELS[next]}${end}。`;
}
