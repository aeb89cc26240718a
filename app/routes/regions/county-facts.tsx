import { Form } from "@remix-run/react";
import type { CountyPage } from "~/data/regions/region-view.server";
import { inForce } from "~/domain/access/actor";
import { COUNTY_FLAG_LABELS } from "~/domain/regions/county-flag";
import { SubmitButton } from "~/ui/actions/submit-button";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextField } from "~/ui/forms/text-field";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

interface CountyFactsProps {
  readonly county: CountyPage;
  readonly today: string;
  /** To choose from; null where the reader may not write. */
  readonly districts: readonly { readonly code: string; readonly name: string }[] | null;
  readonly feedback: Feedback | undefined;
}

interface FactLine {
  readonly key: string;
  readonly what: string;
  readonly period: string;
  readonly isInForce: boolean;
  readonly source: string;
}

const COLUMNS: readonly Column<FactLine>[] = [
  { key: "what", header: "结对或标识", cell: (row) => row.what, isRowHeader: true },
  { key: "period", header: "起止", cell: (row) => row.period },
  {
    key: "state",
    header: "今日",
    cell: ({ isInForce }) =>
      isInForce ? (
        <StateBadge label="有效" tone="success" />
      ) : (
        <StateBadge label="无效" tone="neutral" />
      ),
  },
  { key: "source", header: "依据", cell: (row) => row.source, className: "whitespace-normal" },
];

/** Pairings and flags with their dates and documents; the administrator adds to them. */
export function CountyFacts({ county, today, districts, feedback }: CountyFactsProps) {
  return (
    <Card title="结对和标识" flush>
      <DataTable
        caption="结对和标识的历次起止"
        columns={COLUMNS}
        rows={linesOf(county, today)}
        rowKey={(row) => row.key}
        empty={<p className="p-4 text-slate-600">文件中没有本县的结对和标识。</p>}
        tall={false}
      />
      {districts !== null && <FactForm districts={districts} feedback={feedback} />}
    </Card>
  );
}

function linesOf({ pairings, flags }: CountyPage, today: string): FactLine[] {
  const dated = (one: { id: string; from: string; to: string | null; source: string }) => ({
    key: one.id,
    isInForce: inForce(one, today),
    source: one.source,
  });
  return [
    ...pairings.map((one) => ({
      ...dated(one),
      what: `结对 上海市${one.districtName}`,
      period: `${one.from} 至 ${one.to ?? "今"}${one.endIsAssumed ? "（止日为默认值，待确认）" : ""}`,
    })),
    ...flags.map((one) => ({
      ...dated(one),
      what: COUNTY_FLAG_LABELS[one.kind],
      period: `${one.from} 至 ${one.to ?? "今"}`,
    })),
  ];
}

function FactForm({ districts, feedback }: Pick<CountyFactsProps, "feedback"> & FormChoices) {
  const flags = Object.entries(COUNTY_FLAG_LABELS);
  return (
    <Form method="post" className="border-t border-slate-200 p-4">
      <FormFeedback feedback={feedback}>
        <div className="grid grid-cols-1 items-end gap-x-4 gap-y-3 md:grid-cols-2 xl:grid-cols-4">
          <SelectField
            name="what"
            label="登记结对或标识"
            options={[
              { label: "标识", options: flags.map(([value, label]) => ({ value, label })) },
              {
                label: "结对区",
                options: districts.map(({ code, name }) => ({ value: code, label: name })),
              },
            ]}
            required
          />
          <DateField
            name="from"
            label="起始日"
            hint="与已有一条相同的，改它的止日和依据"
            required
          />
          <DateField name="to" label="截止日" hint="当日仍有效；没有止日的留空" />
          <TextField name="source" label="依据" hint="文件名称或文号" maxLength={100} required />
        </div>
        <SubmitButton name="intent" value="fact" className="mt-3" pendingLabel="正在登记…">
          登记
        </SubmitButton>
      </FormFeedback>
    </Form>
  );
}

interface FormChoices {
  readonly districts: readonly { readonly code: string; readonly name: string }[];
}
