import { Form } from "@remix-run/react";
import type { RowFilter } from "~/data/rosters/import-rows-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";
import { Tabs } from "~/ui/display/tabs";
import type { ImportPageData } from "./import";
import { CommitCard } from "./commit-card";
import { CorrectionGrid } from "./correction-grid";
import { DifferenceGrid } from "./difference-grid";
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
        <Notice kind="error" title="没有写入花名册">
          {job.message}
        </Notice>
      )}
      <StatTiles>
        <StatTile
          label="可以入册"
          value={counts.rows - counts.refused}
          unit="行"
          to="?show=all"
          tone="success"
          note={`共读到 ${counts.rows} 行`}
        />
        <StatTile
          label="不能入册，须改正"
          value={counts.refused}
          unit="行"
          to="?show=refused"
          tone={counts.refused > 0 ? "danger" : "neutral"}
        />
        <StatTile
          label="可以入册，请留意"
          value={counts.warning}
          unit="行"
          to="?show=warning"
          tone={counts.warning > 0 ? "warning" : "neutral"}
        />
        <StatTile
          label="自动整理过"
          value={counts.cleaned}
          unit="行"
          to="?show=cleaned"
          note="去空格、全角转半角等，逐处列明"
        />
      </StatTiles>
      {view.notices.length > 0 && (
        <Notice kind="info" title={`工作表“${view.sheet}”，表头在第 ${view.headerRow} 行`}>
          <ul className="space-y-1">
            {view.notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="mb-2 mt-4 flex flex-wrap items-center gap-2">
        <Filters found={found} />
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
      </div>
    </>
  );
}

function Filters({ found }: { readonly found: ImportPageData }) {
  const { counts } = found.view;
  const tab = (show: RowFilter, label: string, count: number) => ({
    to: `?show=${show}`,
    label,
    count,
    current: found.filter === show,
  });
  return (
    <Tabs
      label="按结果查看"
      tabs={[
        tab("refused", "须改正", counts.refused),
        tab("differs", "与记录不一致", counts.undecided),
        tab("warning", "请留意", counts.warning),
        tab("cleaned", "自动整理", counts.cleaned),
        tab("all", "全部", counts.rows),
      ]}
    />
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
