import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewSupervisionForm } from "~/data/evidence/supervision-form-view.server";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { requireActor } from "~/usecases/access/require-actor.server";
import { revealSampledPhones } from "~/usecases/evidence/reveal-sampled-phones.server";
import { ClassFrame } from "../class-frame";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: "抽中学员的联系电话",
  crumb: () => ({ label: "抽中学员的联系电话" }),
};

const NO_STORE = { headers: { "Cache-Control": "no-store" } };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewClassHead(actor, params["classId"], today);
  if (head === null) throw notFound();
  const sampled = sampledIn(request);
  const page = await viewSupervisionForm(actor, head.id, { sampled, today });
  if (page === null || head.isSealed) throw forbidden();
  return { head, trainees: page.trainees.map(({ lineNo, name }) => ({ lineNo, name })) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const asked = { classId: params["classId"] ?? "", sampled: sampledIn(request) };
  const outcome = await revealSampledPhones(actor, asked, now());
  if (outcome.ok) return data({ phones: outcome.value, error: null }, NO_STORE);
  switch (outcome.refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "nobodyDrawn":
      return data({ phones: [], error: "还没有抽取学员，请先在监督记录页抽取。" }, 422);
    case "tooMany":
      return data(
        { phones: [], error: "查看电话过于频繁（每分钟 60 次、每天 300 次），请稍后再试。" },
        422,
      );
  }
}

function sampledIn(request: Request): number {
  return Math.max(0, Number(new URL(request.url).searchParams.get("sampled")) || 0);
}

export default function SampledPhones() {
  const { head, trainees } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const shown = new Map((answer?.phones ?? []).map((one) => [one.lineNo, one.phone ?? "未填"]));
  return (
    <ClassFrame head={head} current="supervision">
      {answer?.error != null && <Notice kind="error">{answer.error}</Notice>}
      {shown.size > 0 && (
        <Notice kind="info" live>
          本次查看已逐人记入操作留痕。离开本页后电话不再显示。
        </Notice>
      )}
      <Card
        title={`抽中学员的联系电话（${trainees.length} 人）`}
        note="只能看到为您抽中的学员，供走访和电话抽查使用。"
        flush
      >
        <DataTable
          caption="抽中学员的联系电话"
          tall={false}
          rows={trainees}
          rowKey={(one) => String(one.lineNo)}
          columns={[
            { key: "no", header: "序号", align: "right", cell: (one) => one.lineNo },
            { key: "name", header: "姓名", isRowHeader: true, cell: (one) => one.name },
            {
              key: "phone",
              header: "联系电话",
              cell: (one) => (
                <span className="font-mono tabular-nums">{shown.get(one.lineNo) ?? "未显示"}</span>
              ),
            },
          ]}
          empty={<p className="p-4">还没有抽取学员，请先在监督记录页抽取。</p>}
        />
      </Card>
      {trainees.length > 0 && shown.size === 0 && (
        <Form method="post">
          <SubmitButton icon="eye" pendingLabel="正在查看…">
            显示电话（记入操作留痕）
          </SubmitButton>
        </Form>
      )}
    </ClassFrame>
  );
}
