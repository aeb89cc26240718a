import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewBatch } from "~/data/evidence/verification-batches-view.server";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { may } from "~/domain/access/policy";
import {
  VERIFICATION_EVENT_LABELS,
  type VerificationEvent,
} from "~/domain/evidence/verification-event";
import { mayOpenVerificationFiles } from "~/domain/evidence/verification-permission";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { ProblemList } from "~/ui/tables/problem-list";
import { requireActor } from "~/usecases/access/require-actor.server";
import { ClassFrame } from "../class-frame";
import { BatchFacts } from "./batch-facts";
import { answerResultForm } from "./result-answer.server";
import { ResultForm } from "./result-form";

type Loaded = SerializeFrom<typeof loader>;

const nameOf = (event: VerificationEvent) => `${VERIFICATION_EVENT_LABELS[event]}名单`;

export const handle: PageHandle<Loaded> = {
  title: ({ batch }) => nameOf(batch.event),
  crumb: ({ batch }) => ({ label: nameOf(batch.event) }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewClassHead(actor, params["classId"], today);
  if (head === null) throw notFound();
  const { countyCode } = head;
  if (!may(actor, "roster.read", countyCode, today)) throw forbidden();
  const batch = await viewBatch(actor, head.id, params["batchId"]);
  if (batch === null) throw notFound();
  const mayAnswer = may(actor, "verification.record", countyCode, today) && !head.isSealed;
  return {
    ...{ head, batch, today },
    mayAnswer: mayAnswer && !batch.isAnswered && !batch.isMoved,
    mayOpen: mayOpenVerificationFiles(actor, countyCode, today),
    isNew: new URL(request.url).searchParams.get("done") === "import",
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const at = now();
  const today = dayInChina(at);
  // Before a file is taken in from somebody who may not send one.
  const head = await viewClassHead(actor, params["classId"], today);
  if (head === null) throw notFound();
  if (!may(actor, "verification.record", head.countyCode, today)) throw forbidden();
  const batchId = params["batchId"] ?? "";
  const answer = await answerResultForm(actor, { classId: head.id, batchId }, request, at);
  return answer ?? redirect(`/classes/${head.id}/verification/${batchId}?done=import`);
}

export default function VerificationBatch() {
  const { head, batch, mayAnswer, mayOpen, isNew, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const at = `/classes/${head.id}/verification`;
  return (
    <ClassFrame
      head={head}
      current="verification"
      actions={<ButtonLink to={at}>返回查验</ButtonLink>}
    >
      {isNew && (
        <Notice kind="success" live>
          平台结果已导入，逐人记入本班查验。
        </Notice>
      )}
      <ErrorSummary errors={answer?.errors} />
      {answer !== undefined && answer.problems.length > 0 && (
        <div className="mb-4">
          <ProblemList label="结果文件中的问题，改正后整份重新上传" problems={answer.problems} />
        </div>
      )}
      <BatchFacts batch={batch} at={at} mayOpen={mayOpen} />
      {batch.isMoved && !batch.isAnswered && (
        <Notice kind="warning" title="本班日期已经改动">
          这份名单是按 {batch.eventOn} 导出的，不能再导入结果。请回到查验页按现在的日期重新导出。
        </Notice>
      )}
      {mayAnswer && <ResultForm feedback={answer} today={today} />}
    </ClassFrame>
  );
}
