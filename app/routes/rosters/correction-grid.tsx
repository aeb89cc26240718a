import { Form } from "@remix-run/react";
import { IMPORT_LAYOUTS } from "~/domain/rosters/import-layout";
import type { LayoutField } from "~/domain/rosters/layouts/layout";
import type { ImportRowView } from "~/data/rosters/import-rows-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { EmptyState } from "~/ui/display/empty-state";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";
import { DataTable } from "~/ui/tables/data-table";
import { ProblemList } from "~/ui/tables/problem-list";
import type { ImportPageData } from "./import";
import { cellName } from "./import-form-fields";
import { NextRows } from "./next-rows";

/** The rows that cannot go in, each with boxes over its bad cells; many rows are mended at once. */
export function CorrectionGrid({ found }: { readonly found: ImportPageData }) {
  const { fields } = IMPORT_LAYOUTS[found.view.layout].layout;
  const fieldOf = new Map(
    found.view.columns.map(({ header, key }) => [header, fields.find((one) => one.key === key)]),
  );
  return (
    <Form method="post">
      <DataTable
        caption="须改正的行"
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
          { key: "name", header: "姓名", cell: (row) => row.name || "（空）" },
          {
            key: "problems",
            header: "问题与改法，更正（不改的留空）",
            className: "min-w-[16rem] whitespace-normal",
            cell: (row) => (
              <div className="gap-4 lg:flex">
                <div className="lg:flex-1">
                  <Problems row={row} />
                </div>
                <Boxes row={row} fieldOf={fieldOf} />
              </div>
            ),
          },
        ]}
        empty={<EmptyState title="没有须改正的行">可以在下方确认入册。</EmptyState>}
      />
      {found.rows.length > 0 && (
        <div className="mt-3 flex items-center gap-4">
          <SubmitButton name="intent" value="correct" pendingLabel="正在查验">
            保存更正并重新查验
          </SubmitButton>
          <span className="text-slate-600">
            证件号码和电话不在页面上显示全文，请对照原件重新录入。
          </span>
        </div>
      )}
      <NextRows found={found} />
    </Form>
  );
}

export function Problems({ row }: { readonly row: ImportRowView }) {
  return (
    <ProblemList
      label={`第 ${row.sheetRow} 行的问题`}
      problems={row.findings.map(({ severity, column, message }) => ({
        severity,
        message,
        place: column,
      }))}
    />
  );
}

function Boxes(props: {
  readonly row: ImportRowView;
  readonly fieldOf: ReadonlyMap<string, LayoutField<string> | undefined>;
}) {
  const { row, fieldOf } = props;
  const bad = row.findings.filter((one) => one.severity !== "cleaned");
  const wrong = [...new Set(bad.map((one) => fieldOf.get(one.column)))];
  return (
    <div className="mt-2 space-y-2 lg:mt-0 lg:w-56">
      {wrong.map((field) =>
        field === undefined ? null : <Box key={field.key} sheetRow={row.sheetRow} field={field} />,
      )}
    </div>
  );
}

function Box(props: { readonly sheetRow: number; readonly field: LayoutField<string> }) {
  const { sheetRow, field } = props;
  const label = `第 ${sheetRow} 行 ${field.header}`;
  const name = cellName(sheetRow, field.key);
  if (field.choices !== undefined) {
    const options = field.choices.map((choice) => ({ value: choice, label: choice }));
    return <SelectField name={name} label={label} options={options} emptyLabel="不改" />;
  }
  return <TextField name={name} label={label} maxLength={200} />;
}
