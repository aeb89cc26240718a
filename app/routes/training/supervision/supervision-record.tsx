import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewSupervision } from "~/data/evidence/supervision-records-view.server";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { may } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { ProblemList } from "~/ui/tables/problem-list";
import { requireActor } from "~/usecases/access/require-actor.server";
import {
  voidSupervision,
  type VoidSupervisionRefusal,
} from "~/usecases/evidence/void-supervision.server";
import { ClassFrame } from "../class-frame";
import { AskedPeople, RecordFacts } from "./record-facts";
import { SignatureCard, VoidCard } from "./record-cards";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ record }) => `${record.heldOn} 监督记录`,
  crumb: ({ head, record }) => ({
    label: `${record.heldOn} 监督记录`,
    to: `/classes/${head.id}/supervision/${record.id}`,
  }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewClassHead(actor, params["classId"], today);
  if (head === null) throw notFound();
  const found = await viewSupervision(actor, head.id, params["recordId"]);
  if (found === null) throw notFound();
  const { signedBy, ...record } = found;
  const search = new URL(request.url).searchParams;
  return {
    ...{ head, record },
    maySee: may(actor, "proof.read", head.countyCode, today),
    mayPrint: may(actor, "roster.print", head.countyCode, today),
    mayVoid: signedBy === actor.userId && record.voidedAt === null && !head.isSealed,
    isNew: search.get("done") === "record",
    isPictureWanted: search.get("picture") === "1",
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { classId = "", recordId = "" } = params;
  const reason = String((await request.formData()).get("reason") ?? "").slice(0, 200);
  const outcome = await voidSupervision(actor, { classId, recordId, reason }, now());
  if (outcome.ok) return redirect(`/classes/${classId}/supervision?done=void`);
  const errors = { reason: messageOf(outcome.refusal) };
  return data({ errors, values: { reason } }, { status: 422 });
}

function messageOf(refusal: VoidSupervisionRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "sealed":
      return "花名册已封存，监督记录不能再作废";
    case "notSigner":
      return "监督记录只能由签名的本人作废";
    case "reasonMissing":
      return "请写明作废的原因";
    case "voided":
      return "这份监督记录已经作废";
  }
}

export default function SupervisionRecord() {
  const { head, record, maySee, mayPrint, mayVoid, isNew, isPictureWanted } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const at = `/classes/${head.id}/supervision`;
  return (
    <ClassFrame
      head={head}
      current="supervision"
      actions={
        <>
          {mayPrint && (
            <ButtonLink to={`${at}/form?record=${record.id}`} icon="print">
              打印或下载
            </ButtonLink>
          )}
          <ButtonLink to={at}>返回监督记录</ButtonLink>
        </>
      }
    >
      {isNew && (
        <Notice kind="success" live>
          监督记录已登记并签名。
        </Notice>
      )}
      {record.voidedAt !== null && (
        <Notice kind="warning" title="这份监督记录已作废">
          {`作废原因：${record.voidReason ?? ""}。不再计入监督次数。`}
        </Notice>
      )}
      <ErrorSummary errors={answer?.errors} />
      {record.findings.length > 0 && (
        <div className="mb-4">
          <ProblemList label="本次监督发现的问题" problems={record.findings} />
        </div>
      )}
      <RecordFacts record={record} />
      {record.people.length > 0 && <AskedPeople record={record} />}
      <SignatureCard record={record} at={at} maySee={maySee} isWanted={isPictureWanted} />
      {mayVoid && <VoidCard feedback={answer} />}
    </ClassFrame>
  );
}
