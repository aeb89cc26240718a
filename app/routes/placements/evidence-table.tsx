import { Form } from "@remix-run/react";
import type { EvidencePage, EvidenceRow } from "~/data/placements/evidence-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { StateBadge } from "~/ui/display/badge";
import { EmptyState } from "~/ui/display/empty-state";
import { TextField } from "~/ui/forms/text-field";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

/** Every piece of evidence, standing and void, with the way to see it and to void it. */
export function EvidenceTable({ page }: { readonly page: EvidencePage }) {
  return (
    <DataTable
      caption="佐证材料"
      tall={false}
      columns={columnsFor(page.mayOpen)}
      rows={page.rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title="还没有佐证材料" icon="file">
          没有佐证的登记不计入进度。由县级经办人上传合同、工资条、社保、银行流水或务工证明。
        </EmptyState>
      }
    />
  );
}

function columnsFor(mayOpen: boolean): readonly Column<EvidenceRow>[] {
  return [
    {
      key: "kind",
      header: "材料",
      isRowHeader: true,
      cell: (row) => row.kindLabel,
    },
    { key: "months", header: "证明的月份", cell: (row) => monthsOf(row) },
    {
      key: "file",
      header: "文件",
      className: "min-w-[9rem] max-w-[16rem] whitespace-normal break-all",
      cell: (row) => (mayOpen ? <FileLink row={row} /> : row.fileName),
    },
    {
      key: "note",
      header: "说明",
      className: "min-w-[6rem] whitespace-normal",
      cell: (row) => row.note,
    },
    {
      key: "by",
      header: "上传",
      cell: (row) => `${row.uploadedByName} ${chinaMinute(row.uploadedAt)}`,
    },
    {
      key: "state",
      header: "状态",
      className: "min-w-[14rem] whitespace-normal",
      cell: (row) => <Standing row={row} />,
    },
  ];
}

function monthsOf({ fromMonth, toMonth }: EvidenceRow): string {
  if (fromMonth === null || toMonth === null) return "不分月份";
  const [from, to] = [fromMonth.slice(0, 7), toMonth.slice(0, 7)];
  return from === to ? from : `${from} 至 ${to}`;
}

function FileLink({ row }: { readonly row: EvidenceRow }) {
  return (
    // Not a route of the router's own: the browser shows it or keeps it.
    <a
      href={`/placement-evidence/${row.id}/file`}
      target="_blank"
      rel="noreferrer"
      className="text-brand-600 hover:underline"
    >
      {row.fileName}
    </a>
  );
}

function Standing({ row }: { readonly row: EvidenceRow }) {
  if (row.voided !== null) {
    return (
      <>
        <StateBadge label="已作废" tone="neutral" />
        <span className="ml-2 text-slate-700">
          {row.voided.byName}：{row.voided.reason}
        </span>
      </>
    );
  }
  if (!row.mayVoid) return <StateBadge label="有效" tone="success" />;
  return (
    <details>
      <summary className="cursor-pointer">
        <StateBadge label="有效" tone="success" />
        <span className="ml-2 text-brand-600">作废…</span>
      </summary>
      <Form method="post" className="mt-2 flex flex-wrap items-end gap-2">
        <input type="hidden" name="evidenceId" value={row.id} />
        <TextField
          id={`reason-${row.id}`}
          name="reason"
          label="作废原因"
          required
          maxLength={200}
        />
        <SubmitButton variant="danger" pendingLabel="正在作废…">
          作废
        </SubmitButton>
      </Form>
    </details>
  );
}
