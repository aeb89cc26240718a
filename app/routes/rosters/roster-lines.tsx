import { Link } from "@remix-run/react";
import type { LineListPage, LineRow } from "~/data/rosters/line-view.server";
import { EmptyState } from "~/ui/display/empty-state";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { SeverityMark } from "~/ui/tables/problem-list";

interface RosterLinesProps {
  readonly rosterId: string;
  readonly lines: LineListPage;
  readonly size: number;
  /** The line that was looked for. */
  readonly markedId: string | null;
  readonly mayEdit: boolean;
}

const NUMBER = "font-mono tabular-nums";

const COLUMNS: readonly Column<LineRow>[] = [
  { key: "lineNo", header: "序号", align: "right", cell: (line) => line.lineNo },
  { key: "name", header: "姓名", isRowHeader: true, cell: (line) => line.name },
  { key: "sex", header: "性别", cell: (line) => line.sex },
  { key: "ethnicity", header: "民族", cell: (line) => line.ethnicity },
  { key: "id", header: "身份证号", className: NUMBER, cell: (line) => line.idMasked },
  { key: "phone", header: "联系电话", className: NUMBER, cell: (line) => line.phoneMasked },
  {
    key: "address",
    header: "家庭住址",
    className: "min-w-[10rem] whitespace-normal",
    cell: (line) => line.address,
  },
  { key: "declared", header: "申报", cell: (line) => line.declared || "未填" },
  { key: "verified", header: "查验", cell: (line) => <Verified line={line} /> },
  {
    key: "problems",
    header: "问题",
    className: "min-w-[12rem] whitespace-normal",
    cell: (line) => <Problems line={line} />,
  },
];

/** The trainees of a roster; a name leads to the person. */
export function RosterLines({ rosterId, lines, size, markedId, mayEdit }: RosterLinesProps) {
  const removal: Column<LineRow> = {
    key: "remove",
    header: "操作",
    cell: (line) => (
      <Link
        to={`/rosters/${rosterId}/lines/${line.id}/remove`}
        className="text-red-700 hover:underline"
        aria-label={`移除 ${line.name}`}
      >
        移除
      </Link>
    ),
  };
  const { page, pageCount, total, rows } = lines;
  return (
    <>
      <DataTable
        caption="学员名单"
        columns={mayEdit ? [...COLUMNS, removal] : COLUMNS}
        rows={rows}
        rowKey={(line) => line.id}
        rowHref={(line) => `/people/${line.personId}`}
        rowTone={(line) => (line.id === markedId ? "warning" : "plain")}
        empty={
          <EmptyState title="没有符合条件的学员" icon="people">
            换一个姓名或首字母，或回到“全部”。
          </EmptyState>
        }
      />
      <Pager position={{ by: "page", page, pageCount }} size={size} total={total} unit="人" />
    </>
  );
}

function Verified({ line: { verified } }: { readonly line: LineRow }) {
  if (verified === null) {
    return (
      <span className="font-medium text-amber-700">
        <span aria-hidden="true">! </span>未查验
      </span>
    );
  }
  return (
    <span>
      <span className="text-green-700">
        <span aria-hidden="true">✓ </span>
        {verified.category}
      </span>
      {verified.snapshotOn !== "" && (
        <span className="block text-xs text-slate-600">截至 {verified.snapshotOn}</span>
      )}
    </span>
  );
}

function Problems({ line: { findings } }: { readonly line: LineRow }) {
  const problems = findings.filter(({ severity }) => severity !== "cleaned");
  const cleaned = findings.length - problems.length;
  if (findings.length === 0) return <span className="text-slate-600">无</span>;
  return (
    <ul className="space-y-0.5">
      {problems.map(({ severity, message }, index) => (
        <li key={index}>
          <SeverityMark severity={severity} /> {message}
        </li>
      ))}
      {cleaned > 0 && <li className="text-xs text-slate-600">录入时自动修正 {cleaned} 处</li>}
    </ul>
  );
}
