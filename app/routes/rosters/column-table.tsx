import { Form } from "@remix-run/react";
import { IMPORT_LAYOUTS, type ImportLayoutId } from "~/domain/rosters/import-layout";
import { headerSignature } from "~/domain/rosters/header-signature";
import type { ColumnPreview } from "~/usecases/rosters/preview-columns.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { EmptyState } from "~/ui/display/empty-state";
import { SelectField } from "~/ui/forms/select-field";
import { DataTable } from "~/ui/tables/data-table";
import { columnName } from "./column-form";

function fieldOptions(layout: ImportLayoutId) {
  return IMPORT_LAYOUTS[layout].layout.fields.map(({ key, header, required }) => ({
    value: key,
    label: required ? `${header}（必须有）` : header,
  }));
}

/** Each column of the file, what it was taken for, and how sure that is. */
export function ColumnTable(props: {
  readonly preview: ColumnPreview;
  readonly layout: ImportLayoutId;
}) {
  const { preview, layout } = props;
  const options = fieldOptions(layout);
  return (
    <Form method="post">
      <input type="hidden" name="layout" value={layout} />
      <input type="hidden" name="sheet" value={preview.sheet} />
      <input type="hidden" name="headerRow" value={preview.headerRow} />
      <input type="hidden" name="signature" value={headerSignature(preview.columns)} />
      <DataTable
        caption="各列对应"
        tall={false}
        rows={preview.columns}
        rowKey={(one) => String(one.column)}
        columns={[
          { key: "letter", header: "列", cell: (one) => letterOf(one.column) },
          { key: "header", header: "文件里的表头", isRowHeader: true, cell: (one) => one.header },
          { key: "sample", header: "样例（已遮盖）", cell: (one) => one.sample || "（空）" },
          {
            key: "field",
            header: "系统字段",
            className: "min-w-[14rem]",
            cell: (one) => (
              <SelectField
                name={columnName(one.column)}
                label={`${letterOf(one.column)} 列是`}
                options={options}
                emptyLabel="不导入"
                defaultValue={one.key ?? ""}
              />
            ),
          },
          {
            key: "confidence",
            header: "把握",
            align: "right",
            cell: (one) => (one.key === null ? "—" : `${Math.round(one.confidence * 100)}%`),
          },
        ]}
        empty={<EmptyState title="还没有认出表头">先在上面填写表头所在的行号。</EmptyState>}
      />
      {preview.columns.length > 0 && (
        <div className="mt-3">
          <SubmitButton pendingLabel="正在提交">按此重新读取</SubmitButton>
        </div>
      )}
    </Form>
  );
}

/** A, B, … Z, AA, as the spreadsheet names its columns. */
function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}
