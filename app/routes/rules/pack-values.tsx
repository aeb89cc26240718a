import { Form } from "@remix-run/react";
import type { PackPage } from "~/data/rules/pack-view.server";
import {
  DIFFERENCE_LABELS,
  type ComparedValue,
  type PackDifference,
} from "~/domain/rules/pack-differences";
import { PARAMETERS } from "~/domain/rules/parameter";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { StateBadge } from "~/ui/display/badge";
import { SelectField } from "~/ui/forms/select-field";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import type { Tone } from "~/ui/tone";

const TONES: Readonly<Record<PackDifference["kind"], Tone>> = {
  same: "neutral",
  added: "info",
  dropped: "neutral",
  changed: "warning",
};

const valueText = (one: ComparedValue | null) =>
  one === null
    ? "—"
    : `${one.value} ${PARAMETERS[one.parameter].unit}${one.above === undefined ? "" : `（${one.above}）`}`;

const COLUMNS = (beside: string): readonly Column<PackDifference>[] => [
  {
    key: "parameter",
    header: "参数",
    isRowHeader: true,
    cell: ({ parameter }) => PARAMETERS[parameter].label,
    className: "min-w-[10rem] whitespace-normal",
  },
  { key: "from", header: "起始日", align: "right", cell: ({ fromOn }) => fromOn },
  {
    key: "to",
    header: "截止日",
    align: "right",
    cell: (row) => (row.after ?? row.before)?.toOn ?? "长期",
  },
  { key: "after", header: "本规则包", align: "right", cell: ({ after }) => valueText(after) },
  { key: "before", header: beside, align: "right", cell: ({ before }) => valueText(before) },
  {
    key: "kind",
    header: "比较",
    cell: ({ kind }) => <StateBadge label={DIFFERENCE_LABELS[kind]} tone={TONES[kind]} />,
  },
  {
    key: "source",
    header: "依据",
    cell: ({ after, before }) => (after ?? before)?.source ?? "",
    className: "whitespace-normal",
  },
];

/** The values of a pack beside what stands in the area, or beside another pack. */
export function PackValues({ page }: { readonly page: PackPage }) {
  const { others, comparedWith, differences } = page;
  const other = others.find(({ id }) => id === comparedWith);
  return (
    <Card
      title="数值"
      note={
        other === undefined
          ? "每个数值与本地区当日原来执行的数值比较，本地区没有的比上级地区；规则包没有写的，照旧执行"
          : `与${other.label}比较`
      }
      flush
    >
      {others.length > 0 && (
        <Form method="get" className="flex flex-wrap items-end gap-3 px-4 py-3 print:hidden">
          <SelectField
            name="with"
            label="比较对象"
            options={others.map(({ id, label }) => ({ value: id, label }))}
            emptyLabel="本地区原来执行的数值"
            defaultValue={comparedWith ?? ""}
          />
          <SubmitButton variant="default">比较</SubmitButton>
        </Form>
      )}
      <DataTable
        caption="规则包的数值"
        columns={COLUMNS(other === undefined ? "原来执行" : "比较对象")}
        rows={differences}
        rowKey={({ parameter, fromOn }) => `${parameter} ${fromOn}`}
        rowTone={({ kind }) => (kind === "changed" ? "warning" : "plain")}
        tall={false}
        empty={null}
      />
    </Card>
  );
}
