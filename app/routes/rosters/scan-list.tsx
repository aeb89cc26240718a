import type { ScanRow } from "~/data/evidence/scan-list-view.server";
import type { StandingKind } from "~/domain/evidence/page-standing";
import { StateBadge } from "~/ui/display/badge";
import { EmptyState } from "~/ui/display/empty-state";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import type { Tone } from "~/ui/tone";

export const STANDING_TONES: Readonly<Record<StandingKind, Tone>> = {
  placed: "success",
  placedOlderPrint: "success",
  outdatedPrint: "warning",
  duplicate: "warning",
  otherRoster: "danger",
  unknownPrint: "danger",
  noCode: "danger",
  noMarks: "danger",
  unreadable: "danger",
  setAside: "neutral",
};

const COLUMNS: readonly Column<ScanRow>[] = [
  { key: "source", header: "文件", isRowHeader: true, cell: (page) => page.source },
  {
    key: "standing",
    header: "状态",
    cell: (page) => <StateBadge label={page.label} tone={STANDING_TONES[page.standing]} />,
  },
  {
    key: "note",
    header: "对应的页和办法",
    className: "min-w-[16rem] whitespace-normal",
    cell: (page) => page.note,
  },
  {
    key: "open",
    header: "待确认",
    align: "right",
    cell: (page) => (page.open === 0 ? "—" : `${page.open} 处`),
  },
  {
    key: "uploadedAt",
    header: "上传时间",
    cell: (page) => chinaMinute(page.uploadedAt.toISOString()),
  },
];

interface ScanListProps {
  readonly rosterId: string;
  readonly pages: readonly ScanRow[];
}

/** Every page that came, in the order it arrived. */
export function ScanList({ rosterId, pages }: ScanListProps) {
  return (
    <DataTable
      caption="收到的页"
      columns={COLUMNS}
      rows={pages}
      rowKey={(page) => page.id}
      rowHref={(page) => `/rosters/${rosterId}/scans/${page.id}`}
      rowTone={(page) => (page.open > 0 ? "warning" : "plain")}
      empty={
        <EmptyState title="还没有收到扫描件" icon="file">
          签字按手印后，由经办人把各页扫描或拍照上传。
        </EmptyState>
      }
    />
  );
}
