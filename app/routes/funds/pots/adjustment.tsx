import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewAdjustment } from "~/data/funds/pot-project-view.server";
import { ADJUSTMENT_KIND_LABELS } from "~/domain/funds/adjustment";
import { yuanText } from "~/domain/shared/fen";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DecisionForm } from "./decision-form";
import { potVisitor } from "./pot-visitor.server";
import { answerDecision } from "./project-answers.server";
import { AdjustmentBadge } from "./project-columns";
import { percent } from "./pot-text";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `项目调整：${head.name}`,
  crumb: ({ head }) => ({ label: `${head.name}：项目调整` }),
};

export async function loader(args: LoaderFunctionArgs) {
  const { actor, head, today } = await potVisitor(args);
  const asked = { potId: head.id, id: args.params["adjustmentId"] ?? "" };
  const adjustment = await viewAdjustment(actor, asked, today);
  if (adjustment === null) throw notFound();
  return { head, adjustment, isOwn: adjustment.submittedBy === actor.userId };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, head } = await potVisitor(args, "fund.review");
  const asked = { potId: head.id, adjustmentId: args.params["adjustmentId"] ?? "" };
  return answerDecision(actor, asked, await args.request.formData());
}

export default function Adjustment() {
  const { head, adjustment, isOwn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { kind, state, elements, decided } = adjustment;
  const waits = state === "submitted" && head.takesEntries;
  return (
    <>
      <PageHeader
        title="项目调整"
        badge={<AdjustmentBadge state={state} />}
        note={`${head.areaName} · ${head.name}`}
        actions={<ButtonLink to={`/funds/${head.id}/project`}>返回</ButtonLink>}
      />
      <ErrorSummary errors={answer?.errors} />
      {waits && (
        <Notice kind="warning" title="下一步">
          {isOwn
            ? "提出人不能自己办理，请另一名审核人员备案或审批。"
            : `由审核人员${ADJUSTMENT_KIND_LABELS[kind]}。`}
        </Notice>
      )}
      <Card title="调整内容" className="max-w-4xl">
        <DescriptionList
          items={[
            { term: "内容", detail: adjustment.what, wide: true },
            { term: "理由", detail: adjustment.reason, wide: true },
            { term: "涉及资金", detail: yuanText(adjustment.amountFen) },
            { term: "占项目资金", detail: shareText(adjustment.shareBasisPoints) },
            { term: "变动的要素", detail: elements.length === 0 ? "没有" : elements.join("、") },
            { term: "办理方式", detail: ADJUSTMENT_KIND_LABELS[kind] },
            {
              term: "提出",
              detail: `${adjustment.submittedByName} ${chinaMinute(adjustment.submittedAt)}`,
            },
            ...(decided === null
              ? []
              : [
                  {
                    term: "办理",
                    detail: `${decided.name} ${chinaMinute(decided.at)}：${decided.words}`,
                    wide: true,
                  },
                ]),
          ]}
        />
      </Card>
      {waits && head.mayReview && !isOwn && <DecisionForm kind={kind} feedback={answer} />}
    </>
  );
}

const shareText = (basisPoints: number) => `${percent(basisPoints)}%（提出当日的项目资金）`;
