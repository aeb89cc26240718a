import { Form } from "@remix-run/react";
import type { ImportView } from "~/data/rosters/import-view.server";
import { IMPORT_LAYOUTS } from "~/domain/rosters/import-layout";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { ReuploadForm } from "./reupload-form";

/** A file that could not be read as it is, or an import that is over without entry. */
export function ImportTrouble({ view }: { readonly view: ImportView }) {
  const problems = view.problem.split("\n").filter((line) => line !== "");
  switch (view.state) {
    case "needsColumns":
      return (
        <>
          <Notice
            kind="warning"
            title="需要您指认表头"
            actions={
              <ButtonLink to={`/rosters/imports/${view.id}/columns`} variant="primary">
                指认表头和各列
              </ButtonLink>
            }
          >
            <Lines lines={problems} />
          </Notice>
          <Again view={view} />
        </>
      );
    case "failed":
      return (
        <>
          <Notice kind="error" title="这份文件不能导入，没有写入任何数据">
            <Lines lines={problems} />
          </Notice>
          <Again view={view} />
        </>
      );
    case "superseded":
      return <Notice kind="info">这一版已由新版本替换，仅供查阅。</Notice>;
    case "abandoned":
      return (
        <Notice kind="info">{`这次导入已放弃，没有写入${IMPORT_LAYOUTS[view.layout].ledger}。`}</Notice>
      );
    case "waiting":
    case "checked":
    case "committed":
      return null;
  }
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="space-y-1">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Again({ view }: { readonly view: ImportView }) {
  return (
    <Card title="改好文件后重新上传" className="mt-4">
      <ReuploadForm view={view} />
      <Form method="post" className="mt-4 border-t border-slate-200 pt-3">
        <SubmitButton name="intent" value="abandon" variant="text">
          放弃这次导入
        </SubmitButton>
      </Form>
    </Card>
  );
}
