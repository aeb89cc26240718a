import { Form, Link } from "@remix-run/react";
import type { ParameterRow, ParameterSeries } from "~/data/rules/parameter-view.server";
import { PARAMETERS } from "~/domain/rules/parameter";
import { SubmitButton } from "~/ui/actions/submit-button";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import type { Tone } from "~/ui/tone";

const STATE: Readonly<Record<ParameterRow["state"], { label: string; tone: Tone }>> = {
  inForce: { label: "适用中", tone: "success" },
  ahead: { label: "未到起始日", tone: "info" },
  over: { label: "已到期", tone: "neutral" },
  withdrawn: { label: "已撤销", tone: "neutral" },
};

const COLUMNS: readonly Column<ParameterRow>[] = [
  { key: "region", header: "适用地区", isRowHeader: true, cell: (row) => row.regionName },
  { key: "value", header: "数值", align: "right", cell: (row) => row.value },
  { key: "from", header: "起始日", align: "right", cell: (row) => row.fromOn },
  { key: "to", header: "截止日", align: "right", cell: (row) => row.toOn ?? "长期" },
  { key: "source", header: "依据", cell: sourceOf, className: "whitespace-normal" },
  {
    key: "entered",
    header: "录入",
    cell: (row) => `${row.enteredByName} ${chinaMinute(row.enteredAt)}`.trim(),
  },
  {
    key: "state",
    header: "状态",
    cell: ({ state, withdrawnAt }) => (
      <>
        <StateBadge {...STATE[state]} />
        {withdrawnAt !== null && (
          <span className="block text-slate-600">{chinaMinute(withdrawnAt)}</span>
        )}
      </>
    ),
  },
];

const WITHDRAWING: Column<ParameterRow> = {
  key: "withdraw",
  header: "操作",
  cell: (row) =>
    row.mayWithdraw ? (
      <Form method="post">
        <input type="hidden" name="valueId" value={row.id} />
        <SubmitButton variant="danger" size="small" name="intent" value="withdraw">
          撤销
        </SubmitButton>
      </Form>
    ) : null,
};

function sourceOf({ source, packId }: ParameterRow) {
  return packId === null ? (
    source
  ) : (
    <>
      {source}{" "}
      <Link to={`/rule-packs/${packId}`} className="text-brand-700 underline">
        规则包
      </Link>
    </>
  );
}

/** One parameter with its dated values; its note says what holds where there is none. */
export function ParameterCard({ series }: { readonly series: ParameterSeries }) {
  const meaning = PARAMETERS[series.parameter];
  const isWritable = series.rows.some(({ mayWithdraw }) => mayWithdraw);
  return (
    <Card title={meaning.label} note={`单位：${meaning.unit}`} flush>
      <p className="px-4 py-2 text-slate-700">{meaning.note}</p>
      {series.rows.length === 0 ? (
        <p className="px-4 pb-3 text-slate-600">尚未录入数值。</p>
      ) : (
        <DataTable
          caption={meaning.label}
          columns={isWritable ? [...COLUMNS, WITHDRAWING] : COLUMNS}
          rows={series.rows}
          rowKey={(row) => row.id}
          tall={false}
          empty={null}
        />
      )}
    </Card>
  );
}
