import { Link } from "@remix-run/react";
import type { DocumentPage, RelatedDocument } from "~/data/funds/document-view.server";
import type { Deadline } from "~/domain/funds/deadline";
import type { Clause } from "~/domain/funds/document";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

const CLAUSES: readonly Column<Clause>[] = [
  { key: "clause", header: "条款", isRowHeader: true, cell: (row) => row.clause },
  { key: "summary", header: "概述", className: "whitespace-normal", cell: (row) => row.summary },
];

const DEADLINES: readonly Column<Deadline>[] = [
  { key: "clause", header: "条款", isRowHeader: true, cell: (row) => row.clause },
  { key: "matter", header: "事项", className: "whitespace-normal", cell: (row) => row.matter },
  { key: "dueOn", header: "期限", cell: (row) => row.dueOn },
  { key: "summary", header: "要求", className: "whitespace-normal", cell: (row) => row.summary },
];

type Shown = Pick<
  DocumentPage,
  "document" | "regionName" | "supersedes" | "supersededBy" | "sameSerial" | "tables"
>;

/** Issuer, day and area, what it replaces and what may be taken for it, and the tables resting on it. */
export function DocumentFactsCard(page: Shown) {
  const { document, regionName, supersedes, supersededBy, sameSerial, tables } = page;
  const links = (list: readonly RelatedDocument[]) =>
    list.map((one) => <DocumentLink key={one.id} one={one} />);
  const items = [
    { term: "发文单位", detail: document.issuer, wide: true },
    { term: "文号", detail: document.number === "" ? "无文号或引用文件未写明" : document.number },
    { term: "发文日期", detail: document.issuedOn ?? "引用文件未写明" },
    { term: "适用地区", detail: regionName },
    { term: "登记人", detail: document.createdByName },
    ...(supersedes === null ? [] : [{ term: "替代文件", detail: links([supersedes]) }]),
    ...(supersededBy.length === 0 ? [] : [{ term: "被替代", detail: links(supersededBy) }]),
    ...(sameSerial.length === 0
      ? []
      : [{ term: "年份序号相同", detail: links(sameSerial), wide: true }]),
    ...(tables.length === 0
      ? []
      : [
          {
            term: "资金下达表",
            wide: true,
            detail: tables.map(({ id, title }) => (
              <Link key={id} to={`/allocations/${id}`} className="block text-brand-700 underline">
                {title}
              </Link>
            )),
          },
        ]),
    ...(document.note === "" ? [] : [{ term: "备注", detail: document.note, wide: true }]),
  ];
  return (
    <Card title="文件">
      <DescriptionList items={items} />
    </Card>
  );
}

function DocumentLink({ one }: { readonly one: RelatedDocument }) {
  return (
    <Link to={`/documents/${one.id}`} className="block text-brand-700 underline">
      {one.label}（{one.issuer}）
    </Link>
  );
}

/** What it says, place by place. */
export function ClausesCard({ document }: Pick<DocumentPage, "document">) {
  return (
    <Card title="条款" note="概述，以原文为准" flush>
      <DataTable
        caption="条款"
        columns={CLAUSES}
        rows={document.clauses}
        rowKey={(row) => row.clause}
        tall={false}
        empty={<p className="p-4 text-slate-600">没有登记条款。</p>}
      />
    </Card>
  );
}

/** By when it wants what; days that contradict each other stand out. */
export function DeadlinesCard({ document }: Pick<DocumentPage, "document">) {
  const { deadlines, issuedOn } = document;
  if (deadlines.length === 0) return null;
  const clashes = (one: Deadline) =>
    deadlines.some(({ matter, dueOn }) => matter === one.matter && dueOn !== one.dueOn);
  return (
    <Card title="期限" flush>
      <DataTable
        caption="期限"
        columns={DEADLINES}
        rows={deadlines}
        rowKey={(row) => `${row.clause}${row.matter}${row.dueOn}`}
        rowTone={(row) =>
          clashes(row) || (issuedOn !== null && row.dueOn < issuedOn) ? "danger" : "plain"
        }
        tall={false}
        empty={null}
      />
    </Card>
  );
}
