import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import type { WorkFiles } from "~/data/employers/work-files-view.server";
import {
  WORK_FILE_ENDINGS,
  WORK_FILE_KINDS,
  WORK_FILE_LABELS,
  type WorkSubjectKind,
} from "~/domain/employers/work-file";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FileField } from "~/ui/forms/file-field";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";
import { DataTable } from "~/ui/tables/data-table";
import { fileColumns } from "./file-columns";

interface FilesPartProps {
  readonly subject: WorkSubjectKind;
  readonly files: SerializeFrom<WorkFiles>;
  readonly done: string;
  readonly answer: (Feedback & { readonly intent: string }) | undefined;
  /** Why these papers are asked for. */
  readonly purpose: string;
}

const DONE = new Map([
  ["add", "已上传。"],
  ["void", "已作废；材料和原因保留。"],
]);

/** The proofs of a fair, a workshop or a student: what stands, one more, one set aside. */
export function FilesPart({ subject, files, done, answer, purpose }: FilesPartProps) {
  const said = answer === undefined ? DONE.get(done) : undefined;
  const feedbackOf = (intent: string) => (answer?.intent === intent ? answer : undefined);
  const standing = files.rows.filter((row) => row.voidReason === null);
  return (
    <>
      <ErrorSummary errors={answer?.errors} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <Card title="佐证材料" flush>
        <DataTable
          caption="佐证材料"
          columns={fileColumns(files.mayOpen)}
          rows={files.rows}
          rowKey={(row) => row.id}
          tall={false}
          empty={
            <EmptyState title="还没有佐证材料" icon="file">
              由县级经办人上传。{purpose}
            </EmptyState>
          }
        />
      </Card>
      {/* Another count of papers is another form: the file just sent is not offered again. */}
      {files.mayWrite && (
        <UploadCard key={files.rows.length} subject={subject} feedback={feedbackOf("add")} />
      )}
      {files.mayWrite && standing.length > 0 && (
        <Card title="作废材料" note="传错的写明原因后作废，作废的不再算佐证" className="max-w-3xl">
          <Form key={standing.length} method="post" className="space-y-4">
            <FormFeedback feedback={feedbackOf("void")}>
              <SelectField
                name="workFileId"
                label="要作废的材料"
                required
                options={standing.map(({ id, kind, fileName }) => ({
                  value: id,
                  label: `${WORK_FILE_LABELS[kind]} ${fileName}`,
                }))}
              />
              <TextField name="reason" label="作废原因" required maxLength={300} />
            </FormFeedback>
            <SubmitButton variant="danger" pendingLabel="正在作废…">
              作废
            </SubmitButton>
          </Form>
        </Card>
      )}
    </>
  );
}

function UploadCard({
  subject,
  feedback,
}: {
  readonly subject: WorkSubjectKind;
  readonly feedback: Feedback | undefined;
}) {
  const kinds = WORK_FILE_KINDS[subject].map((value) => ({
    value,
    label: WORK_FILE_LABELS[value],
  }));
  return (
    <Card title="上传" note="加密保存，查看会留痕" className="max-w-3xl">
      <Form method="post" encType="multipart/form-data" className="space-y-4">
        <FormFeedback feedback={feedback}>
          <SelectField name="kind" label="材料类别" options={kinds} required />
          <FileField
            name="file"
            label="文件"
            hint="PDF、JPG 或 PNG，不超过 30 MB"
            required
            accept={WORK_FILE_ENDINGS}
          />
        </FormFeedback>
        <SubmitButton pendingLabel="正在上传…">上传</SubmitButton>
      </Form>
    </Card>
  );
}
