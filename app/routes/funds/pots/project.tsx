import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewProject } from "~/data/funds/pot-project-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { PotFrame } from "./pot-frame";
import { potVisitor } from "./pot-visitor.server";
import { ADJUSTMENT_COLUMNS, PROGRESS_COLUMNS } from "./project-columns";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.name}：进度和调整`,
  crumb: ({ head }) => ({ label: `${head.name}：进度和调整`, to: `/funds/${head.id}/project` }),
};

const DONE = new Map([
  ["progress", "投资完成额已登记。"],
  ["adjust", "项目调整已提出，请提出人以外的审核人员办理。"],
  ["decide", "项目调整已办理。"],
]);

export async function loader(args: LoaderFunctionArgs) {
  const { actor, head, today } = await potVisitor(args);
  const page = await viewProject(actor, head.id, today);
  return { head, page, done: new URL(args.request.url).searchParams.get("done") ?? "" };
}

export default function Project() {
  const { head, page, done } = useLoaderData<typeof loader>();
  const said = DONE.get(done);
  const at = (rest: string) => `/funds/${head.id}/${rest}`;
  return (
    <PotFrame
      head={head}
      current="/project"
      actions={head.mayManage && head.takesEntries && <Actions potId={head.id} />}
    >
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <div id="progress" className="scroll-mt-4">
        <Card title="投资完成" note="累计数，以截止日期最近的一次为准" flush>
          <DataTable
            caption="投资完成"
            columns={PROGRESS_COLUMNS}
            rows={page.progress}
            rowKey={(row) => row.id}
            rowHref={(row) => at(`entries/progress/${row.id}`)}
            tall={false}
            empty={
              <p className="p-4 text-slate-600">
                还没有登记；有建设内容的项目由经办人按监理月报等登记累计完成投资。
              </p>
            }
          />
        </Card>
      </div>
      <Card
        title="项目调整"
        note="五项基本要素不变、与已备案的累计不超过规定比例的备案，其他的审批"
        flush
      >
        <DataTable
          caption="项目调整"
          columns={ADJUSTMENT_COLUMNS}
          rows={page.adjustments}
          rowKey={(row) => row.id}
          rowHref={(row) => at(`adjustments/${row.id}`)}
          rowTone={(row) => (row.state === "submitted" ? "warning" : "plain")}
          tall={false}
          empty={<p className="p-4 text-slate-600">没有提出过调整。</p>}
        />
      </Card>
    </PotFrame>
  );
}

function Actions({ potId }: { readonly potId: string }) {
  return (
    <>
      <ButtonLink to={`/funds/${potId}/progress/new`} icon="plus">
        登记投资完成
      </ButtonLink>
      <ButtonLink to={`/funds/${potId}/adjustments/new`} icon="plus">
        提出调整
      </ButtonLink>
    </>
  );
}
