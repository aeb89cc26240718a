import type { SerializeFrom } from "@remix-run/node";
import type { PlanItemRow, PlanPage, PlanStep } from "~/data/training/plan-view.server";
import { yuanText } from "~/domain/shared/fen";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

const COLUMNS: readonly Column<PlanItemRow>[] = [
  { key: "trade", header: "工种", isRowHeader: true, cell: (row) => row.trade },
  {
    key: "classes",
    header: "班数（已备案／计划）",
    align: "right",
    cell: (row) => <Against used={row.filedClasses} planned={row.classCount} unit="班" />,
  },
  {
    key: "headcount",
    header: "人数（已备案／计划）",
    align: "right",
    cell: (row) => <Against used={row.filedHeadcount} planned={row.headcount} unit="人" />,
  },
  { key: "budget", header: "预算", align: "right", cell: (row) => yuanText(row.budgetFen) },
  { key: "note", header: "备注", cell: (row) => row.note || "—", className: "whitespace-normal" },
];

interface AgainstProps {
  readonly used: number;
  readonly planned: number;
  readonly unit: string;
}

function Against({ used, planned, unit }: AgainstProps) {
  if (used <= planned) return <>{`${used}／${planned}`}</>;
  return (
    <strong className="text-red-700">{`${used}／${planned}（超 ${used - planned} ${unit}）`}</strong>
  );
}

/** A plan as it stands: the trades with what is filed under them, and the four specifics. */
export function PlanFacts({ plan }: { readonly plan: SerializeFrom<PlanPage> }) {
  const said = (text: string) => <span className="whitespace-pre-line">{text}</span>;
  return (
    <>
      {plan.strayClasses > 0 && (
        <Notice kind="warning">{`有 ${plan.strayClasses} 个班备案在本计划下，工种却不在计划内，请到培训班列表核对。`}</Notice>
      )}
      <Card title="各工种计划与备案" flush>
        <DataTable
          caption="各工种计划与备案"
          columns={COLUMNS}
          rows={plan.items}
          rowKey={(row) => row.trade}
          tall={false}
          rowTone={(row) =>
            row.filedClasses > row.classCount || row.filedHeadcount > row.headcount
              ? "danger"
              : "plain"
          }
          empty={<EmptyState title="还没有列入工种">在下面的表格中填写。</EmptyState>}
        />
      </Card>
      <Card title="四个明确">
        <DescriptionList
          columns={1}
          items={[
            { term: "目标任务", detail: said(plan.goal) },
            { term: "时间节点", detail: said(plan.schedule) },
            { term: "责任区分", detail: said(plan.duties) },
            { term: "工作举措", detail: said(plan.measures) },
            { term: "依据文件", detail: plan.basis || "未填" },
            { term: "编制", detail: stepText(plan.created) },
            { term: "报送", detail: stepText(plan.submitted) },
            { term: "审批", detail: stepText(plan.reviewed) },
          ]}
        />
      </Card>
    </>
  );
}

function stepText(step: PlanStep | null): string {
  return step === null ? "—" : `${step.name} ${chinaMinute(step.at)}`.trim();
}
