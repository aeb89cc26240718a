import { Form } from "@remix-run/react";
import type { ProviderPage, SuspensionRow } from "~/data/training/provider-view.server";
import { buttonClass } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

const COLUMNS: readonly Column<SuspensionRow>[] = [
  {
    key: "period",
    header: "暂停期间",
    isRowHeader: true,
    cell: (row) => `${row.fromOn} 至 ${row.toOn ?? "恢复为止"}`,
  },
  { key: "reason", header: "原因", cell: (row) => row.reason, className: "whitespace-normal" },
  { key: "source", header: "依据", cell: (row) => row.source, className: "whitespace-normal" },
  {
    key: "recorded",
    header: "登记",
    cell: (row) => `${row.recordedByName} ${chinaMinute(row.recordedAt)}`.trim(),
  },
];

interface ProviderSuspensionsProps {
  readonly provider: Pick<ProviderPage, "suspensions" | "maySuspend">;
  readonly today: string;
  readonly feedbackOf: (intent: string) => Feedback | undefined;
}

/** The record of suspensions, and the forms that add one or end one. */
export function ProviderSuspensions(props: ProviderSuspensionsProps) {
  const { provider, today, feedbackOf } = props;
  const isOpen = (row: SuspensionRow) => row.toOn === null || row.toOn >= today;
  const open = provider.suspensions.find(isOpen);
  return (
    <Card title="暂停承训" flush>
      <DataTable
        caption="暂停承训的记录"
        columns={COLUMNS}
        rows={provider.suspensions}
        rowKey={(row) => row.id}
        rowTone={(row) => (isOpen(row) ? "warning" : "plain")}
        tall={false}
        empty={
          <EmptyState title="没有暂停承训的记录">
            {provider.maySuspend ? "要暂停的，在下面登记。" : "要暂停的，由审核人在本页登记。"}
          </EmptyState>
        }
      />
      {provider.maySuspend && (
        <div className="flex flex-wrap gap-3 border-t border-slate-200 p-4">
          {open !== undefined && <ResumeForm suspension={open} feedback={feedbackOf("resume")} />}
          <SuspendForm feedback={feedbackOf("suspend")} />
        </div>
      )}
    </Card>
  );
}

function SuspendForm({ feedback }: { readonly feedback: Feedback | undefined }) {
  return (
    <details open={feedback !== undefined} className="min-w-0">
      <summary className={buttonClass("danger")}>登记暂停</summary>
      <Form method="post" className="mt-3 max-w-2xl space-y-3">
        <FormFeedback feedback={feedback}>
          <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
            <DateField name="fromOn" label="暂停起始日" required />
            <DateField name="toOn" label="暂停截止日" hint="未定的不填，恢复时再登记" />
          </div>
          <TextAreaField name="reason" label="原因" required rows={2} maxLength={300} />
          <TextField name="source" label="依据" hint="文号或检查记录" required maxLength={200} />
        </FormFeedback>
        <SubmitButton variant="danger" name="intent" value="suspend" pendingLabel="正在登记…">
          确认暂停
        </SubmitButton>
      </Form>
    </details>
  );
}

interface ResumeFormProps {
  readonly suspension: SuspensionRow;
  readonly feedback: Feedback | undefined;
}

function ResumeForm({ suspension, feedback }: ResumeFormProps) {
  return (
    <details open={feedback !== undefined} className="min-w-0">
      <summary className={buttonClass()}>登记恢复</summary>
      <Form method="post" className="mt-3 space-y-3">
        <input type="hidden" name="suspensionId" value={suspension.id} />
        <FormFeedback feedback={feedback}>
          <DateField name="lastOn" label="暂停的最后一天" required />
        </FormFeedback>
        <SubmitButton name="intent" value="resume" pendingLabel="正在登记…">
          确认恢复
        </SubmitButton>
      </Form>
    </details>
  );
}
