import type { ImportRowView } from "~/data/rosters/import-rows-view.server";
import { IMPORT_LAYOUTS } from "~/domain/rosters/import-layout";
import { ROW_STATE_LABELS, type RowMatching, type RowState } from "~/domain/rosters/roster-import";
import { StateBadge } from "~/ui/display/badge";
import { EmptyState } from "~/ui/display/empty-state";
import { DataTable } from "~/ui/tables/data-table";
import type { Tone } from "~/ui/tone";
import { Problems } from "./correction-grid";
import type { ImportPageData } from "./import";
import { NextRows } from "./next-rows";

const TONES: Readonly<Record<RowState, Tone>> = {
  ready: "success",
  cleaned: "info",
  warning: "warning",
  refused: "danger",
};

/** `here` is the roster or ledger that the rows go into. */
const MATCHINGS: Readonly<Record<RowMatching, (here: string) => string>> = {
  new: () => "新增",
  known: () => "已有此人，资料一致",
  differs: () => "已有此人，资料不一致",
  onRoster: (here) => `${here}已有，不重复`,
  lineDiffers: (here) => `${here}已有，资料不一致`,
};

/** The rows as they would go in. */
export function ImportRowTable({ found }: { readonly found: ImportPageData }) {
  const { here } = IMPORT_LAYOUTS[found.view.layout];
  return (
    <>
      <DataTable
        caption="逐行查验结果"
        rows={found.rows}
        rowKey={(row) => String(row.sheetRow)}
        columns={[
          {
            key: "row",
            header: "行号",
            align: "right",
            isRowHeader: true,
            cell: (row) => row.sheetRow,
          },
          {
            key: "state",
            header: "结果",
            cell: (row) => (
              <StateBadge label={ROW_STATE_LABELS[row.state]} tone={TONES[row.state]} />
            ),
          },
          { key: "name", header: "姓名", cell: (row) => row.name || "（空）" },
          { key: "id", header: "身份证号码", cell: (row) => row.idCardNumber || "—" },
          { key: "phone", header: "联系电话", cell: (row) => row.phone || "—" },
          { key: "matching", header: "与已有记录", cell: (row) => matchingOf(row, here) },
          {
            key: "findings",
            header: "说明",
            className: "min-w-[18rem] whitespace-normal",
            cell: (row) => (row.findings.length > 0 ? <Problems row={row} /> : "无"),
          },
        ]}
        empty={<EmptyState title="没有这样的行">换一个分类看看。</EmptyState>}
      />
      <NextRows found={found} />
    </>
  );
}

function matchingOf(row: ImportRowView, here: string): string {
  if (row.state === "refused") return "—";
  const corrected = row.corrected ? "（已更正）" : "";
  return MATCHINGS[row.matching](here) + corrected;
}
