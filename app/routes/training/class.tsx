import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listClassDocuments } from "~/data/training/class-documents-view.server";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { viewClass } from "~/data/training/class-view.server";
import { viewFiling } from "~/data/training/filing-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { ClassFindingList } from "./class-finding-list";
import { ClassFrame } from "./class-frame";
import { ClassRoster } from "./class-roster";
import { DocumentTable } from "./document-table";
import { FilingDecision } from "./filing-decision";
import { FilingFacts } from "./filing-facts";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ found }) => found.label,
  crumb: ({ found }) => ({ label: found.label }),
};

const DONE = new Map([
  ["submit", "已报送，等待另一人审批。"],
  ["approve", "已批准开班。"],
  ["return", "已退回，县级经办人修改后再报送。"],
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const id = params["classId"] ?? "";
  const [head, found, filing] = await Promise.all([
    viewClassHead(actor, id, today),
    viewClass(actor, id, today),
    viewFiling(actor, id, today),
  ]);
  if (head === null || found === null || filing === null) throw notFound();
  const { searchParams } = new URL(request.url);
  return {
    ...{ head, found, filing },
    documents: await listClassDocuments(actor, head, today),
    isNew: searchParams.get("created") === "1",
    done: searchParams.get("done") ?? "",
  };
}

export default function TrainingClassPage() {
  const { head, found, filing, documents, isNew, done } = useLoaderData<typeof loader>();
  const { planId, providerId } = filing.filed;
  const places = { classId: head.id, planId, providerId, rosterId: head.roster?.id ?? null };
  const said = DONE.get(done);
  return (
    <ClassFrame
      head={head}
      current="overview"
      actions={<ButtonLink to="/classes">返回培训班列表</ButtonLink>}
    >
      {isNew && head.filingState === "draft" && (
        <Notice kind="success" live>
          培训班已登记。下一步：
          <Link to={`/classes/${head.id}/filing`} className="text-brand-600 underline">
            填写开班备案
          </Link>
          ，开班前报送审批；花名册可随时导入。
        </Notice>
      )}
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <ClassFindingList findings={filing.findings} places={places} />
      <FilingDecision filing={filing} />
      <FilingFacts filing={filing} />
      <ClassRoster found={found} />
      <Card
        title="开班材料"
        note={`${documents.rows.length} 份`}
        flush
        actions={
          documents.mayAdd && (
            <ButtonLink to={`/classes/${head.id}/documents`} icon="import">
              上传材料
            </ButtonLink>
          )
        }
      >
        <DocumentTable classId={head.id} rows={documents.rows} />
      </Card>
      <p className="text-slate-600">
        {`登记：${found.createdByName} ${chinaMinute(found.createdAt)}`.trim()}
      </p>
    </ClassFrame>
  );
}
