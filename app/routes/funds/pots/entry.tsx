import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewEntry } from "~/data/funds/fund-entry-view.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { StateBadge } from "~/ui/display/badge";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { ReasonCard } from "~/ui/forms/reason-card";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerEntry, neededFor, readEntryKind } from "./entry-answers.server";
import { EntryFacts } from "./entry-facts";
import { ENTRY_NAMES, entryStep, listOf } from "./entry-kinds";
import { potVisitor, visitPot } from "./pot-visitor.server";
import { ReviewSpendingCard } from "./review-spending-card";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head, entry }) => `${ENTRY_NAMES[entry.kind]}：${head.name}`,
  crumb: ({ head, entry }) => ({ label: `${head.name}：${ENTRY_NAMES[entry.kind]}` }),
};

export async function loader(args: LoaderFunctionArgs) {
  const { actor, head, today } = await potVisitor(args);
  const kind = readEntryKind(args.params["kind"]);
  const asked = { potId: head.id, kind, id: args.params["entryId"] ?? "" };
  const entry = await viewEntry(actor, asked, today);
  if (entry === null) throw notFound();
  return { head, entry, isOwn: entry.recordedBy === actor.userId };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await request.formData();
  const kind = readEntryKind(params["kind"]);
  const { head } = await visitPot(actor, params["potId"] ?? "", neededFor(kind, form));
  return answerEntry(actor, { potId: head.id, kind, entryId: params["entryId"] ?? "" }, form);
}

export default function Entry() {
  const { head, entry, isOwn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { kind, voided, claimBatchId, clawbackId } = entry;
  const isOfClaims = claimBatchId !== null || clawbackId !== null;
  const stands = voided === null && head.takesEntries;
  const isPending = kind === "expenditure" && !isOfClaims && entry.reviewed === null;
  const mayVoid = stands && !isOfClaims && (kind === "progress" ? head.mayManage : head.mayWrite);
  return (
    <>
      <PageHeader
        title={`${ENTRY_NAMES[kind]} ${entry.amount}`}
        badge={voided === null ? undefined : <StateBadge label="已作废" tone="neutral" />}
        note={`${head.areaName} · ${head.name}`}
        actions={<ButtonLink to={listOf(kind, head.id)}>返回</ButtonLink>}
      />
      <ErrorSummary errors={answer?.errors} />
      <Notice kind={stands && isPending ? "warning" : "info"} title="下一步">
        {entryStep(entry, { ...head, isOwn })}
      </Notice>
      <EntryFacts entry={entry} potId={head.id} mayOpen={head.mayOpenFiles} />
      {stands && isPending && head.mayReview && !isOwn && <ReviewSpendingCard />}
      {mayVoid && (
        <ReasonCard
          title="作废"
          note="只用于登记错的；作废后不计入任何合计，不能恢复，正确的另行登记"
          className="max-w-4xl"
          field={{ label: "作废原因", maxLength: 300 }}
          button={{
            ...{ intent: "void", label: "作废这条记录", pendingLabel: "正在作废…" },
            variant: "danger",
          }}
          feedback={answer}
        />
      )}
    </>
  );
}
