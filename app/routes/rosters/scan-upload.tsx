import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FileField } from "~/ui/forms/file-field";
import { ProblemList } from "~/ui/tables/problem-list";

interface UploadCardProps {
  /** Files of earlier uploads that were not taken. */
  readonly refused: readonly { readonly fileName: string; readonly problem: string }[];
}

/** Many scans at once, in any order and whichever way round they lay. */
export function UploadCard({ refused }: UploadCardProps) {
  return (
    <Card title="上传签字扫描件">
      <Form method="post" encType="multipart/form-data" className="max-w-2xl space-y-4">
        <FileField
          name="files"
          label="扫描件或照片"
          hint="JPG、PNG 或 PDF，每个不超过 20 MB，一次最多 40 个；页序、方向不限，系统按页上的二维码对应"
          accept={[".jpg", ".jpeg", ".png", ".pdf"]}
          multiple
          required
        />
        <SubmitButton icon="import" pendingLabel="正在上传…">
          上传并读取
        </SubmitButton>
      </Form>
      {refused.length > 0 && (
        <details className="mt-4">
          <summary className="cursor-pointer font-medium">
            没有收下的文件（{refused.length}）
          </summary>
          <ProblemList
            label="没有收下的文件"
            problems={refused.map(({ fileName, problem }) => ({
              severity: "warning",
              place: fileName,
              message: problem,
            }))}
          />
        </details>
      )}
    </Card>
  );
}
