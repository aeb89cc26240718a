import { Form } from "@remix-run/react";
import { CLAIM_SOURCE_LABELS, SOURCE_OF_KIND, type ClaimKind } from "~/domain/claims/claim";
import type { SourceChoice } from "~/domain/claims/claim-source";
import { Button, ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { DateField } from "~/ui/forms/text-field";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

interface SourceTableProps {
  readonly countyCode: string;
  readonly kind: ClaimKind;
  readonly sources: readonly SourceChoice[];
}

/** Where the kind's lines come from, and what has to be done before there are any. */
const WANTED: Readonly<Record<ClaimKind, string>> = {
  TRAINING: "封存花名册、登记到课后，学员可以申领。",
  STABLE_EMPLOYMENT: "就业台账里有佐证、工作满规定月数的人员可以申领。",
  AGENCY: "中介机构组织的劳务批次里，有佐证、工作满规定月数的人员可以申领。",
  POST: "岗位工资发放、签收、锁定后，当月可以申领。",
  OUTWORK: "到县外就业、有佐证、工作满规定月数的人员可以申领。",
};

export function SourceTable({ countyCode, kind, sources }: SourceTableProps) {
  const byDays = kind === "STABLE_EMPLOYMENT" || kind === "OUTWORK" || kind === "POST";
  return (
    <>
      <p className="mb-2 text-slate-700">
        {`来源：${CLAIM_SOURCE_LABELS[SOURCE_OF_KIND[kind]]}。${WANTED[kind]}`}
      </p>
      <DataTable
        caption="可以取数的来源"
        columns={columnsOf(countyCode, kind)}
        rows={sources}
        rowKey={({ key }) => key}
        empty={
          <EmptyState title="本县没有这种补贴的来源" icon="funds">
            {WANTED[kind]}
          </EmptyState>
        }
      />
      {byDays && sources.length > 0 && <ByDays countyCode={countyCode} kind={kind} />}
    </>
  );
}

function columnsOf(countyCode: string, kind: ClaimKind): readonly Column<SourceChoice>[] {
  return [
    {
      key: "label",
      header: "来源",
      isRowHeader: true,
      className: "min-w-[12rem] whitespace-normal",
      cell: ({ label }) => label,
    },
    { key: "note", header: "日期", cell: ({ note }) => note },
    { key: "people", header: "人数", align: "right", cell: ({ people }) => people },
    { key: "open", header: "可以申领", align: "right", cell: ({ open }) => open },
    {
      key: "hindered",
      header: "不能申领的原因",
      className: "min-w-[12rem] whitespace-normal",
      cell: ({ hindered }) =>
        hindered.map(({ reason, count }) => `${reason} ${count} 人`).join("；"),
    },
    {
      key: "draw",
      header: "操作",
      cell: ({ open, search, label }) =>
        open === 0 ? (
          "无人可以申领"
        ) : (
          <ButtonLink
            to={`/claims/new?${new URLSearchParams({ county: countyCode, kind, ...search }).toString()}`}
            size="small"
            aria-label={`选择${label}`}
          >
            选择
          </ButtonLink>
        ),
    },
  ];
}

/** Several months at once. */
function ByDays({ countyCode, kind }: Pick<SourceTableProps, "countyCode" | "kind">) {
  const isMonthly = kind === "POST";
  return (
    <Card
      title="按起止日期取数"
      note={isMonthly ? "取起止日期所在各月的岗位工资" : "取起止日期之间上岗的人员"}
      className="mt-4 max-w-3xl"
    >
      <Form method="get" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="county" value={countyCode} />
        <input type="hidden" name="kind" value={kind} />
        <DateField name="from" label="起" required />
        <DateField name="to" label="止" required />
        <Button type="submit">选择</Button>
      </Form>
    </Card>
  );
}
