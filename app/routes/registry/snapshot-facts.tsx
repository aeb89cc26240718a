import type { SnapshotPage } from "~/data/registry/registry-view.server";
import { POVERTY_STATUS_LABELS, POVERTY_STATUSES } from "~/domain/people/poverty-status";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import type { RegionChoice } from "~/ui/forms/region-picker";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

interface SnapshotFactsProps {
  readonly snapshot: SnapshotPage;
  readonly counties: readonly RegionChoice[];
}

interface CountyCounts {
  readonly name: string;
  readonly code: string;
  readonly byCategory: ReadonlyMap<string, number>;
  readonly total: number;
}

const CATEGORIES = [
  ...POVERTY_STATUSES.map((status) => ({ key: status, label: POVERTY_STATUS_LABELS[status] })),
  { key: "", label: "未列明类别" },
];

const COLUMNS: readonly Column<CountyCounts>[] = [
  { key: "county", header: "县（市、区）", cell: (row) => row.name, isRowHeader: true },
  ...CATEGORIES.map(({ key, label }): Column<CountyCounts> => ({
    key: `category-${key}`,
    header: label,
    align: "right",
    cell: (row) => (row.byCategory.get(key) ?? 0).toLocaleString("zh-CN"),
  })),
  {
    key: "total",
    header: "合计（人）",
    align: "right",
    cell: (row) => row.total.toLocaleString("zh-CN"),
  },
];

/** Where the snapshot comes from, and whom it holds. */
export function SnapshotFacts({ snapshot, counties }: SnapshotFactsProps) {
  return (
    <>
      <Card title="来源">
        <DescriptionList
          items={[
            { term: "来源文件", detail: snapshot.fileName },
            { term: "文件指纹", detail: <code className="break-all">{snapshot.sha256}</code> },
            {
              term: "上传",
              detail: `${snapshot.operatorName} ${chinaMinute(snapshot.importedAt)}`,
            },
            ...(snapshot.state === "ready" ? dated(snapshot) : []),
          ]}
        />
      </Card>
      {snapshot.state === "ready" && (
        <Card title="人数" note="按本人所在县和脱贫属性" flush>
          <DataTable
            caption="各县各类别人数"
            columns={COLUMNS}
            rows={perCounty(snapshot, counties)}
            rowKey={(row) => row.code}
            empty="没有您所辖地区的人员"
            tall={false}
          />
        </Card>
      )}
    </>
  );
}

function dated({ exportedOn }: SnapshotPage) {
  const detail = `${exportedOn}。查验这一天及以后的身份用这份数据，直到有更新的一份；更早的日期没有别的数据可用时也用它，并标注“事后导出”。`;
  return [{ term: "数据日期", detail, wide: true }];
}

function perCounty({ counts }: SnapshotPage, counties: readonly RegionChoice[]): CountyCounts[] {
  return counties.map(({ code, name }) => {
    const own = counts.filter((count) => count.countyCode === code);
    const byCategory = new Map(own.map(({ category, people }) => [category, people]));
    return { code, name, byCategory, total: own.reduce((sum, { people }) => sum + people, 0) };
  });
}
