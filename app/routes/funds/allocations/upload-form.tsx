import { Form } from "@remix-run/react";
import type { RegionChoice } from "~/data/regions/region-name-view.server";
import type { RelatedDocument } from "~/data/funds/document-view.server";
import { MONEY_UNIT_LABELS } from "~/domain/funds/allocation-amount";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FileField } from "~/ui/forms/file-field";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { RegionPicker } from "~/ui/forms/region-picker";
import { SelectField } from "~/ui/forms/select-field";

const MONEY = Object.entries(MONEY_UNIT_LABELS).map(([value, label]) => ({ value, label }));

export interface FormChoices {
  readonly regions: readonly RegionChoice[];
  readonly documents: readonly RelatedDocument[];
  /** The document that the page was opened for. */
  readonly documentId: string;
  readonly feedback: Feedback | undefined;
}

/** A workbook that fills the grid below; nothing is written yet. */
export function UploadForm({ regions, documents, documentId, feedback }: FormChoices) {
  return (
    <Card
      title="从表格读入（可选）"
      note="按模板填写后上传，内容填到下面的表里，核对后再保存；文件已有下达表的，逐格比对"
      actions={
        <ButtonLink to="/allocations/template" icon="export" reloadDocument>
          下载模板
        </ButtonLink>
      }
    >
      <Form method="post" encType="multipart/form-data">
        <FormFeedback feedback={feedback}>
          <div className="grid items-end gap-4 md:grid-cols-3">
            <WhichDocument documents={documents} documentId={documentId} prefix="upload-" />
            <WhoseMoney regions={regions} prefix="upload-" />
            <FileField name="file" label="下达表" accept={[".xlsx", ".xls", ".csv"]} />
            <div>
              <SubmitButton variant="default" pendingLabel="正在读入…">
                读入表格
              </SubmitButton>
            </div>
          </div>
        </FormFeedback>
      </Form>
    </Card>
  );
}

/** The document that allocates. */
export function WhichDocument({
  documents,
  documentId,
  prefix,
}: Pick<FormChoices, "documents" | "documentId"> & { readonly prefix: string }) {
  const options = documents.map(({ id, label, issuer }) => {
    return { value: id, label: `${label}（${issuer}）` };
  });
  return (
    <SelectField
      id={`field-${prefix}documentId`}
      name="documentId"
      label="下达文件"
      options={options}
      emptyLabel="请选择"
      hint="没有的先登记文件"
      defaultValue={documentId}
    />
  );
}

/** The area that allocates, and what its figures are written in. */
export function WhoseMoney({
  regions,
  prefix,
}: {
  readonly regions: FormChoices["regions"];
  readonly prefix: string;
}) {
  return (
    <>
      <RegionPicker
        id={`field-${prefix}regionCode`}
        name="regionCode"
        label="下达地区"
        regions={regions}
        required
        defaultValue={regions[0]?.code}
      />
      <SelectField
        id={`field-${prefix}money`}
        name="money"
        label="金额单位"
        options={MONEY}
        emptyLabel={null}
        defaultValue="WAN"
      />
    </>
  );
}
