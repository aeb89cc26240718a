import { Form } from "@remix-run/react";
import type { HelpRow } from "~/data/placements/help-list-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { EmptyState } from "~/ui/display/empty-state";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { DateField, TextAreaField } from "~/ui/forms/text-field";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

interface HelpTableProps {
  readonly rows: readonly HelpRow[];
  readonly given: boolean;
  readonly today: string;
  readonly feedback: Feedback | undefined;
}

const AT_A_DESK = "hidden md:table-cell";
const HIDDEN = "（仅家乡县可见）";

/** Help asked for, with the entry of what was done in its row. */
export function HelpTable({ rows, given, today, feedback }: HelpTableProps) {
  const columns: readonly Column<HelpRow>[] = [
    { key: "name", header: "姓名", isRowHeader: true, cell: (row) => row.name },
    { key: "county", header: "家乡县", className: AT_A_DESK, cell: (row) => row.countyName },
    { key: "employer", header: "用人单位", className: AT_A_DESK, cell: (row) => row.employerName },
    { key: "askedOn", header: "提出日期", className: AT_A_DESK, cell: (row) => row.contactedOn },
    {
      key: "asked",
      header: "需要的帮助",
      className: "min-w-[7rem] whitespace-normal",
      cell: (row) => (
        <>
          {row.helpAsked || HIDDEN}
          <span className="block text-xs text-slate-600 md:hidden">{row.contactedOn}</span>
        </>
      ),
    },
    { key: "by", header: "回访人", className: AT_A_DESK, cell: (row) => row.recordedByName },
    given
      ? {
          key: "given",
          header: "帮助情况",
          className: "min-w-[16rem] whitespace-normal",
          cell: (row) =>
            `${row.helpGivenOn ?? ""} ${row.helpGiven || HIDDEN}（${row.helpGivenBy ?? ""}）`,
        }
      : {
          key: "entry",
          header: "登记帮助情况",
          cell: (row) =>
            row.mayWrite ? <HelpForm row={row} today={today} feedback={feedback} /> : "待办理",
        },
  ];
  return (
    <DataTable
      caption={given ? "求助已办理" : "求助待办理"}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/placements/${row.placementId}/follow-ups`}
      empty={
        <EmptyState title={given ? "还没有办理过的求助" : "没有待办理的求助"} icon="success">
          回访时填写了“需要的帮助”的，会列在这里，由县经办人或劳务工作站办理。
        </EmptyState>
      }
    />
  );
}

function HelpForm(props: {
  readonly row: HelpRow;
  readonly today: string;
  readonly feedback: Feedback | undefined;
}) {
  const { row, today, feedback } = props;
  const isMine = feedback?.values?.["followUpId"] === row.id;
  return (
    <details open={isMine}>
      <summary className="cursor-pointer text-brand-600">登记办理</summary>
      <Form method="post" className="mt-2 w-36 space-y-3 md:w-72 whitespace-normal">
        <input type="hidden" name="followUpId" value={row.id} />
        <FormFeedback feedback={isMine ? feedback : undefined}>
          <TextAreaField
            id={isMine ? "field-helpGiven" : `helpGiven-${row.id}`}
            name="helpGiven"
            label="帮助情况"
            required
            rows={2}
            maxLength={200}
          />
          <DateField
            id={isMine ? "field-helpGivenOn" : `helpGivenOn-${row.id}`}
            name="helpGivenOn"
            label="办理日期"
            required
            defaultValue={today}
          />
        </FormFeedback>
        <SubmitButton pendingLabel="正在登记…">登记帮助情况</SubmitButton>
      </Form>
    </details>
  );
}
