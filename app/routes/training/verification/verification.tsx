import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listBatches } from "~/data/evidence/verification-batches-view.server";
import { viewVerification } from "~/data/evidence/verification-view.server";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { may } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { requireActor } from "~/usecases/access/require-actor.server";
import { ClassFrame } from "../class-frame";
import { batchColumns } from "./batch-columns";
import { EventCard } from "./event-card";
import { answerVerificationForm } from "./verification-answer.server";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.label}查验`,
  crumb: () => ({ label: "查验" }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewClassHead(actor, params["classId"], today);
  if (head === null) throw notFound();
  if (!may(actor, "roster.read", head.countyCode, today)) throw forbidden();
  const page = await viewVerification(actor, head.id, today);
  const batches = await listBatches(actor, head.id);
  return { head, page, batches, said: new URL(request.url).searchParams.get("said") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const classId = params["classId"] ?? "";
  const answer = await answerVerificationForm(actor, classId, await request.formData(), now());
  if ("to" in answer) return redirect(`/classes/${classId}/verification${answer.to}`);
  return data({ errors: answer.errors }, { status: 422 });
}

export default function Verification() {
  const { head, page, batches, said } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const counts = /^(\d{1,6})-(\d{1,6})-(\d{1,6})$/.exec(said ?? "");
  const at = `/classes/${head.id}/verification`;
  return (
    <ClassFrame head={head} current="verification">
      <ErrorSummary errors={answer?.errors} />
      {counts !== null && (
        <Notice kind="success" live title="查验完成">
          {`查到 ${counts[1]} 人，查无 ${counts[2]} 人。`}
          {counts[3] !== "0" &&
            `其中 ${counts[3]} 人姓名与建档立卡数据不同，请对照身份证核对姓名和号码。`}
        </Notice>
      )}
      {page === null ? (
        <EmptyState title="本班还没有花名册" icon="roster">
          由县经办人导入本班花名册后，再查验学员的脱贫状态。
        </EmptyState>
      ) : (
        <>
          {head.isSealed && (
            <Notice kind="info">花名册已封存，查验结果不再变化，名单和结果文件仍可下载。</Notice>
          )}
          {page.events.map((event) => (
            <EventCard key={event.event} event={event} mayRecord={page.mayRecord} />
          ))}
        </>
      )}
      {page !== null && <BatchTable batches={batches} at={at} />}
    </ClassFrame>
  );
}

type Batches = Pick<Loaded, "batches"> & { readonly at: string };

function BatchTable({ batches, at }: Batches) {
  return (
    <>
      <h2 className="mb-2 mt-6 font-semibold">平台查验名单</h2>
      <DataTable
        caption="平台查验名单"
        columns={batchColumns(at)}
        rows={batches}
        rowKey={({ id }) => id}
        tall={false}
        empty={
          <EmptyState title="还没有导出过查验名单" icon="export">
            由县经办人在上面导出名单，交大数据平台查验后，在名单页导入平台的结果。
          </EmptyState>
        }
      />
    </>
  );
}
