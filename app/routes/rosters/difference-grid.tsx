import { Form } from "@remix-run/react";
import type { ImportRowView } from "~/data/rosters/import-rows-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { EmptyState } from "~/ui/display/empty-state";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { DataTable } from "~/ui/tables/data-table";
import type { ImportPageData } from "./import";
import { decisionName } from "./import-form-fields";
import { NextRows } from "./next-rows";

/** Known persons whose data in the file differs: nothing is overwritten until it is decided here. */
export function DifferenceGrid({ found }: { readonly found: ImportPageData }) {
  return (
    <Form method="post">
      <DataTable
        caption="与已有记录不一致的行"
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
          { key: "name", header: "姓名", cell: (row) => row.name },
          { key: "id", header: "身份证号码", cell: (row) => row.idCardNumber },
          {
            key: "differences",
            header: "不一致之处",
            className: "min-w-[18rem] whitespace-normal",
            cell: (row) => <Differences row={row} />,
          },
          {
            key: "decision",
            header: "以哪个为准",
            cell: (row) => (
              <RadioGroup
                name={decisionName(row.sheetRow)}
                label={`第 ${row.sheetRow} 行以哪个为准`}
                inline
                defaultValue={row.decision ?? ""}
                options={[
                  { value: "keep", label: "原记录" },
                  { value: "take", label: "本次文件" },
                ]}
              />
            ),
          },
        ]}
        empty={<EmptyState title="没有与记录不一致的行">可以在下方确认入册。</EmptyState>}
      />
      {found.rows.length > 0 && (
        <div className="mt-3 flex flex-wrap items-center gap-2">
          <SubmitButton name="intent" value="decide">
            保存选择
          </SubmitButton>
          <SubmitButton name="intent" value="keepAll" variant="default">
            其余全部保留原记录
          </SubmitButton>
          <SubmitButton name="intent" value="takeAll" variant="default">
            其余全部采用本次文件
          </SubmitButton>
        </div>
      )}
      <NextRows found={found} />
    </Form>
  );
}

export function Differences({ row }: { readonly row: ImportRowView }) {
  return (
    <ul className="space-y-1">
      {row.differences.map(({ field, label, known, given }) => (
        <li key={field}>
          {label}：原记录 <del className="text-slate-600">{known}</del>，本次文件{" "}
          <ins className="font-medium no-underline">{given}</ins>
        </li>
      ))}
    </ul>
  );
}
