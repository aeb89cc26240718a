import type { DocumentRow } from "~/data/funds/document-list-view.server";
import { documentLabel } from "~/domain/funds/document";
import { Badge } from "~/ui/display/badge";
import type { Column } from "~/ui/tables/column";

export const DOCUMENT_COLUMNS: readonly Column<DocumentRow>[] = [
  {
    key: "number",
    header: "文号",
    isRowHeader: true,
    // A document without a number is told by its title.
    className: "min-w-[10rem] whitespace-normal",
    cell: (row) => documentLabel(row),
  },
  {
    key: "title",
    header: "标题",
    className: "min-w-[13rem] whitespace-normal",
    cell: (row) => row.title,
  },
  {
    key: "issuer",
    header: "发文单位",
    className: "min-w-[10rem] whitespace-normal",
    cell: (row) => row.issuer,
  },
  { key: "issuedOn", header: "发文日期", cell: (row) => row.issuedOn ?? "未写明" },
  { key: "area", header: "适用地区", cell: (row) => row.areaName },
  { key: "clauses", header: "条款", align: "right", cell: (row) => row.clauses },
  { key: "deadlines", header: "期限", align: "right", cell: (row) => row.deadlines },
  { key: "tables", header: "下达表", align: "right", cell: (row) => row.tables },
  { key: "marks", header: "提示", className: "whitespace-normal", cell: marksOf },
];

function marksOf(row: DocumentRow) {
  return (
    <span className="flex flex-wrap gap-1">
      {row.conflicts > 0 && <Badge tone="danger">{`期限有矛盾 ${row.conflicts} 处`}</Badge>}
      {row.sharesSerial && <Badge tone="warning">年份序号相同</Badge>}
      {row.isSuperseded && <Badge>已被替代</Badge>}
      {row.isVoid && <Badge>已作废</Badge>}
      {row.isFounding && <Badge tone="info">系统内置</Badge>}
    </span>
  );
}
