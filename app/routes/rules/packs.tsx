import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { listPacks, type PackRow } from "~/data/rules/pack-list-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { PACK_MARK } from "~/domain/rules/pack";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FileField } from "~/ui/forms/file-field";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { PageHandle } from "~/ui/frame/page-handle";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { ProblemList } from "~/ui/tables/problem-list";
import { requireActor } from "~/usecases/access/require-actor.server";
import { PackBadge } from "./pack-badge";
import { answerPackUpload } from "./pack-upload-answer.server";

export const handle: PageHandle = {
  title: "规则包",
  crumb: () => ({ label: "规则包", to: "/rule-packs" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!mayAnywhere(actor, "parameter.read", today)) throw forbidden();
  const { cursor, size } = readListAddress(request);
  const mayImport = mayAnywhere(actor, "pack.import", today);
  return { page: await listPacks(actor, { cursor, size }, today), size, mayImport };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (!mayAnywhere(actor, "pack.import", dayInChina(now()))) throw forbidden();
  const answer = await answerPackUpload(actor, request);
  return "packId" in answer ? redirect(`/rule-packs/${answer.packId}?done=import`) : answer;
}

const COLUMNS: readonly Column<PackRow>[] = [
  { key: "name", header: "规则包", isRowHeader: true, cell: (row) => `${row.name} ${row.edition}` },
  { key: "region", header: "适用地区", cell: (row) => row.regionName },
  { key: "document", header: "文号", cell: (row) => row.documentNumber },
  { key: "values", header: "数值", align: "right", cell: (row) => `${row.valueCount} 个` },
  { key: "state", header: "状态", cell: (row) => <PackBadge state={row.state} /> },
  {
    key: "imported",
    header: "导入",
    cell: (row) => `${row.importedByName} ${chinaMinute(row.importedAt)}`,
  },
  { key: "decided", header: "签发人", cell: (row) => row.decidedByName ?? "" },
];

export default function Packs() {
  const { page, size, mayImport } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title="规则包" note={`规则包里的数值是${PACK_MARK}；由另一人签发后执行`} />
      <ErrorSummary errors={answer?.errors} />
      {answer !== undefined && answer.problems.length > 0 && (
        <div className="mb-4">
          <ProblemList label="规则包中的问题" problems={answer.problems} />
        </div>
      )}
      {mayImport && (
        <Card title="导入" className="max-w-3xl">
          <Form method="post" encType="multipart/form-data">
            <FormFeedback feedback={answer}>
              <FileField
                name="file"
                label="规则包文件"
                hint="从其他地区或本系统导出的 .json 文件，不超过 1 MB。有一处不对，整份不导入"
                accept={[".json"]}
                required
              />
            </FormFeedback>
            <SubmitButton className="mt-4" icon="import" pendingLabel="正在导入…">
              导入
            </SubmitButton>
          </Form>
        </Card>
      )}
      <DataTable
        caption="规则包"
        columns={COLUMNS}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/rule-packs/${row.id}`}
        empty={<EmptyState title="没有规则包">有权限的人员导入文件后，列在这里待签发。</EmptyState>}
      />
      <Pager
        position={{ by: "key", before: page.before, after: page.after }}
        size={size}
        unit="个"
      />
    </>
  );
}
