import { Form } from "@remix-run/react";
import type { ImportView } from "~/data/rosters/import-view.server";
import { IMPORT_LAYOUTS } from "~/domain/rosters/import-layout";
import { SubmitButton } from "~/ui/actions/submit-button";
import { FileField } from "~/ui/forms/file-field";

/** Sends the corrected file as the next edition; the earlier one stays on record. */
export function ReuploadForm({ view }: { readonly view: ImportView }) {
  return (
    <Form
      method="post"
      action={IMPORT_LAYOUTS[view.layout].uploadPath}
      encType="multipart/form-data"
      className="max-w-xl space-y-3"
    >
      {view.classId === null ? (
        <input type="hidden" name="regionCode" value={view.countyCode} />
      ) : (
        <input type="hidden" name="classId" value={view.classId} />
      )}
      <input type="hidden" name="previousImportId" value={view.id} />
      <FileField
        name="file"
        label="改好的文件"
        required
        accept={[".xlsx", ".xlsm", ".xls", ".csv"]}
        hint="作为本次导入的新版本重新查验，并列出与上一版的不同；上一版保留备查"
      />
      <SubmitButton variant="default" pendingLabel="正在上传">
        上传新版本
      </SubmitButton>
    </Form>
  );
}
