import { Form } from "@remix-run/react";
import { EVIDENCE_ENDINGS, EVIDENCE_KINDS } from "~/domain/placements/evidence";
import { EVIDENCE_LABELS } from "~/domain/placements/placement";
import { SubmitButton } from "~/ui/actions/submit-button";
import { CheckboxField } from "~/ui/forms/choice-fields";
import { FileField } from "~/ui/forms/file-field";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";

const KINDS = EVIDENCE_KINDS.map((value) => ({ value, label: EVIDENCE_LABELS[value] }));

interface EvidenceFormProps {
  readonly feedback: Feedback | undefined;
  /** Ids of the lines, where the page's address does not name the one. */
  readonly placementIds?: readonly string[];
  /** Whether a contract contradicts one of the lines, and has to be confirmed. */
  readonly asksAboutContract: boolean;
}

/** Uploads one file: what it is, and the months for which it speaks. */
export function EvidenceForm({ feedback, placementIds, asksAboutContract }: EvidenceFormProps) {
  return (
    <Form method="post" encType="multipart/form-data" className="space-y-4">
      {placementIds !== undefined && (
        <input type="hidden" name="placementIds" value={placementIds.join(",")} />
      )}
      <FormFeedback feedback={feedback}>
        <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-3">
          <SelectField name="kind" label="材料类别" options={KINDS} required />
          <TextField
            name="fromMonth"
            label="证明的月份（起）"
            hint="如 2020-06；合同不用填"
            maxLength={10}
          />
          <TextField
            name="toMonth"
            label="证明的月份（止）"
            hint="只证明一个月的不用填"
            maxLength={10}
          />
        </div>
        {asksAboutContract && (
          <CheckboxField
            name="contractConfirmed"
            label="登记的合同类型是“未签”或“灵活就业”，确认这份合同（协议）确由本人签订"
            hint="只在上传合同时勾选；上传后请在“修改”中更正合同类型和起止日期"
          />
        )}
        <TextField name="note" label="说明" maxLength={100} />
        <FileField
          name="file"
          label="文件"
          hint="PDF 或照片，不超过 20 MB；上传后不能替换，有误的作废后重传"
          required
          accept={EVIDENCE_ENDINGS}
        />
      </FormFeedback>
      <SubmitButton pendingLabel="正在上传…">上传佐证</SubmitButton>
    </Form>
  );
}
