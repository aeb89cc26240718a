import type { GatePage, ProofRow } from "~/data/evidence/gate-view.server";
import { PROOF_ELEMENTS, PROOF_LABELS, type ProofElement } from "~/domain/evidence/line-proofs";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

const COLUMNS: readonly Column<ProofRow>[] = [
  { key: "lineNo", header: "序号", align: "right", cell: ({ lineNo }) => lineNo },
  { key: "name", header: "姓名", cell: ({ name }) => name, isRowHeader: true },
  ...PROOF_ELEMENTS.map((element) => ({
    key: element,
    header: PROOF_LABELS[element],
    cell: (row: ProofRow) => <Proof row={row} element={element} />,
  })),
];

/** Lines × five proofs. A picture is opened on demand, for each opening is somebody's look at it. */
export function ProofMatrix({ gate }: { readonly gate: GatePage }) {
  const { rows, lineCount } = gate;
  const note = lineCount > rows.length ? `共 ${lineCount} 人，先列出 ${rows.length} 人` : undefined;
  return (
    <Card title="逐人五要素" note={note} flush>
      <DataTable
        caption="每名学员的五要素"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ lineId }) => lineId}
        rowTone={({ has }) => (Object.values(has).every(Boolean) ? "plain" : "warning")}
        empty={<EmptyState title="花名册上没有学员">由县级经办人导入花名册。</EmptyState>}
      />
    </Card>
  );
}

function Proof({ row, element }: { readonly row: ProofRow; readonly element: ProofElement }) {
  const picture = pictureOf(row, element);
  return (
    <span className="inline-flex items-center gap-2">
      {row.has[element] ? (
        <StateBadge label="有" tone="success" />
      ) : (
        <StateBadge label="缺" tone="danger" />
      )}
      {picture !== null && (
        <a
          href={`/proofs/${picture}/image`}
          target="_blank"
          rel="noreferrer"
          aria-label={`查看${row.name}的${PROOF_LABELS[element]}`}
          className="text-brand-600 hover:underline print:hidden"
        >
          查看
        </a>
      )}
    </span>
  );
}

function pictureOf(row: ProofRow, element: ProofElement): string | null {
  if (element === "SIGNATURE") return row.signatureId;
  return element === "FINGERPRINT" ? row.fingerprintId : null;
}
