import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listChanges, type RowChange } from "~/data/rosters/import-changes-view.server";
import { viewImport } from "~/data/rosters/import-view.server";
import { IMPORT_LAYOUTS } from "~/domain/rosters/import-layout";
import { ROW_STATE_LABELS } from "~/domain/rosters/roster-import";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { StateBadge } from "~/ui/display/badge";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import type { Tone } from "~/ui/tone";
import { requireActor } from "~/usecases/access/require-actor.server";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: "与上一版的不同",
  crumb: () => ({ label: "与上一版的不同" }),
  menuPath: ({ view }) => IMPORT_LAYOUTS[view.layout].uploadPath,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const view = await viewImport(actor, params.importId, dayInChina(now()));
  if (view === null || view.previousImportId === null) throw notFound();
  return { view, changes: await listChanges(actor, view.id, view.previousImportId) };
}

const KINDS: Readonly<Record<RowChange["kind"], { label: string; tone: Tone }>> = {
  added: { label: "新增的行", tone: "success" },
  removed: { label: "删去的行", tone: "danger" },
  changed: { label: "改动的行", tone: "info" },
};

const RESULTS: Readonly<Record<string, string>> = ROW_STATE_LABELS;

export default function ImportChanges() {
  const { view, changes } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={`第 ${view.edition} 版与第 ${view.edition - 1} 版的不同`}
        note={`${view.label} · ${view.fileName} · 按行号逐行比较`}
        actions={
          <>
            <ButtonLink to={`/rosters/imports/${view.previousImportId}`}>打开上一版</ButtonLink>
            <ButtonLink to={`/rosters/imports/${view.id}`}>返回查验结果</ButtonLink>
          </>
        }
      />
      <DataTable
        caption="不同的行"
        rows={changes}
        rowKey={(row) => String(row.sheetRow)}
        columns={[
          {
            key: "row",
            header: "行号",
            align: "right",
            isRowHeader: true,
            cell: (row) => row.sheetRow,
          },
          { key: "kind", header: "变化", cell: (row) => <StateBadge {...KINDS[row.kind]} /> },
          { key: "before", header: "上一版姓名", cell: (row) => row.nameBefore || "—" },
          { key: "now", header: "本版姓名", cell: (row) => row.nameNow || "—" },
          { key: "fields", header: "改动的栏目", cell: (row) => row.fields.join("、") },
          {
            key: "result",
            header: "查验结果",
            cell: (row) => `${RESULTS[row.stateBefore] ?? "—"} → ${RESULTS[row.stateNow] ?? "—"}`,
          },
        ]}
        empty={<EmptyState title="两版没有不同">各行内容和查验结果都一样。</EmptyState>}
      />
    </>
  );
}
