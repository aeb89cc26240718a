import type { GatePage, ShownSection } from "~/data/evidence/gate-view.server";
import type { MissingItem } from "~/domain/evidence/completeness";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { LinkedProblems } from "~/ui/tables/linked-problems";

const COLUMNS: readonly Column<ShownSection>[] = [
  { key: "label", header: "证据", cell: ({ label }) => label, isRowHeader: true },
  {
    key: "state",
    header: "情况",
    cell: ({ missingCount }) =>
      missingCount === 0 ? (
        <StateBadge label="齐全" tone="success" />
      ) : (
        <StateBadge label={`缺 ${missingCount} 项`} tone="danger" />
      ),
  },
  {
    key: "count",
    header: "已有 / 应有",
    align: "right",
    cell: ({ done, needed, unit }) => `${done} / ${needed} ${unit}`,
  },
];

/** 曲财农〔2020〕31号 四(三)3(2), part by part; then every missing thing with the way to it. */
export function EvidenceChecklist({ gate }: { readonly gate: GatePage }) {
  const { sections, warnings } = gate;
  const complete = sections.filter(({ missingCount }) => missingCount === 0).length;
  return (
    <>
      <Card
        title="证据清单"
        note={`曲财农〔2020〕31号 四(三)3(2)；完成 ${complete} / ${sections.length}`}
        flush
      >
        <DataTable
          caption="证据清单"
          columns={COLUMNS}
          rows={sections}
          rowKey={({ id }) => id}
          rowHref={({ to }) => to}
          rowTone={({ missingCount }) => (missingCount === 0 ? "plain" : "warning")}
          empty={null}
          tall={false}
        />
      </Card>
      {sections
        .filter(({ missingCount }) => missingCount > 0)
        .map(({ id, label, missing, missingCount }) => (
          <Card
            key={id}
            title={`${label}：缺 ${missingCount} 项`}
            note={
              missingCount > missing.length
                ? `先列出 ${missing.length} 项，全部见导出的清单`
                : undefined
            }
            flush
          >
            <MissingTable label={`${label}缺项`} items={missing} />
          </Card>
        ))}
      <LinkedProblems
        title="请核对"
        note={`${warnings.length} 项，不影响封存，封存后仍列在证据清单`}
        items={warnings}
        linkLabel="去核对"
      />
    </>
  );
}

const MISSING_COLUMNS: readonly Column<MissingItem>[] = [
  {
    key: "place",
    header: "位置",
    cell: ({ place }) => (place === "" ? "全班" : place),
    isRowHeader: true,
  },
  { key: "message", header: "缺什么", cell: ({ message }) => message },
];

function MissingTable(props: { readonly label: string; readonly items: readonly MissingItem[] }) {
  return (
    <DataTable
      caption={props.label}
      columns={MISSING_COLUMNS}
      rows={props.items}
      rowKey={({ key }) => key}
      rowHref={({ to }) => to}
      empty={null}
      tall={false}
    />
  );
}
