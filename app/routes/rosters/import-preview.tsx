import { Form } from "@remix-run/react";
import type { ImportView } from "~/data/rosters/import-view.server";
import { IMPORT_LAYOUTS } from "~/domain/rosters/import-layout";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import type { ImportPageData } from "./import";
import { CommitCard } from "./commit-card";
import { CorrectionGrid } from "./correction-grid";
import { DifferenceGrid } from "./difference-grid";
import { ImportFilters } from "./import-filters";
import { ImportTiles } from "./import-tiles";
import { ImportRowTable } from "./import-row-table";
import { ReuploadForm } from "./reupload-form";

/** Everything the check found, with what to do about it; nothing is in the roster yet. */
export function ImportPreview({ found }: { readonly found: ImportPageData }) {
  const { view, saved, job } = found;
  const { counts } = view;
  return (
    <>
      {saved !== null && <Saved saved={saved} />}
      {job !== null && job.state === "failed" && (
        <Notice kind="error" title={`没有写入${IMPORT_LAYOUTS[view.layout].ledger}`}>
          {job.message}
        </Notice>
      )}
      <ImportTiles counts={counts} />
      <FileNotices view={view} />
      <div className="mb-2 mt-4 flex flex-wrap items-center gap-2">
        <ImportFilters found={found} />
        <span className="ml-auto flex flex-wrap gap-2">
          <ButtonLink to={`/rosters/imports/${view.id}/columns`}>核对表头</ButtonLink>
          {view.previousImportId !== null && (
            <ButtonLink to={`/rosters/imports/${view.id}/changes`}>与上一版的不同</ButtonLink>
          )}
          <ButtonLink
            to={`/rosters/imports/${view.id}/error-workbook`}
            reloadDocument
            icon="export"
          >
            下载错误表
          </ButtonLink>
        </span>
      </div>
      <Rows found={found} />
      <div className="mt-4 grid gap-4 lg:grid-cols-2">
        <CommitCard view={view} />
        <OwnSheetCard view={view} />
      </div>
    </>
  );
}

function FileNotices({ view }: { readonly view: ImportView }) {
  if (view.notices.length === 0) return null;
  return (
    <Notice kind="info" title={`工作表“${view.sheet}”，表头在第 ${view.headerRow} 行`}>
      <ul className="space-y-1">
        {view.notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </Notice>
  );
}

function OwnSheetCard({ view }: { readonly view: ImportView }) {
  return (
    <Card title="在自己的表格里改，再上传">
      <p className="mb-3 text-slate-600">
        错误表就是您上传的表，行序不变，末尾加了一列“问题与改法”，有错的格子标红。改好后在这里上传。
      </p>
      <ReuploadForm view={view} />
      <Form method="post" className="mt-4 border-t border-slate-200 pt-3">
        <SubmitButton name="intent" value="abandon" variant="text">
          放弃这次导入
        </SubmitButton>
      </Form>
    </Card>
  );
}

function Rows({ found }: { readonly found: ImportPageData }) {
  switch (found.filter) {
    case "refused":
      return <CorrectionGrid found={found} />;
    case "differs":
      return <DifferenceGrid found={found} />;
    case "warning":
    case "cleaned":
    case "all":
      return <ImportRowTable found={found} />;
  }
}

function Saved({ saved }: { readonly saved: string }) {
  const count = Number(saved.replace(/\D/g, ""));
  return (
    <Notice kind="success" live>
      {saved.startsWith("corrected") ? `已重新查验更正的 ${count} 行。` : `已选定 ${count} 行。`}
    </Notice>
  );
}
