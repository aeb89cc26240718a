import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewJobOf } from "~/data/jobs/job-view.server";
import { listImportRows, ROW_FILTERS } from "~/data/rosters/import-rows-view.server";
import { viewImport } from "~/data/rosters/import-view.server";
import type { Actor } from "~/domain/access/actor";
import { isOver } from "~/domain/jobs/job";
import { IMPORT_LAYOUTS } from "~/domain/rosters/import-layout";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { handleImportForm } from "./import-actions.server";
import { ImportBody } from "./import-body";
import { ImportStateBadge } from "./import-state-badge";
import { ImportSteps } from "./import-steps";

export const handle: PageHandle<SerializeFrom<typeof loader> | undefined> = {
  title: (found) => `导入 ${found?.view.label ?? ""}`,
  crumb: (found) => ({ label: found?.view.fileName ?? "导入" }),
  menuPath: (found) => found && IMPORT_LAYOUTS[found.view.layout].uploadPath,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  // The job first: once it says done, what is read after it shows what it has done.
  const job = await findJob(actor, params.importId);
  const view = await viewImport(actor, params.importId, dayInChina(now()));
  if (view === null) throw notFound();
  const search = new URL(request.url).searchParams;
  const { refused, undecided } = view.counts;
  const isOpen = view.state === "checked";
  const toMend = refused > 0 ? "refused" : undecided > 0 ? "differs" : "all";
  const fallback = isOpen ? toMend : "all";
  const filter = ROW_FILTERS.find((one) => one === search.get("show")) ?? fallback;
  const size = 100;
  const afterRow = Number(search.get("after")) || 0;
  const rows = await listImportRows(actor, view.id, { filter, afterRow, size: size + 1 });
  return {
    view,
    filter,
    afterRow,
    rows: rows.slice(0, size),
    nextAfter: rows.length > size ? (rows[size - 1]?.sheetRow ?? null) : null,
    job,
    sameFile: search.get("same") === "1",
    saved: search.get("saved"),
  };
}

function findJob(actor: Actor, importId: string | undefined) {
  return isUuid(importId) ? viewJobOf(actor, importId, now()) : Promise.resolve(null);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  return handleImportForm(actor, params.importId ?? "", await request.formData(), now());
}

const STEP = {
  waiting: 2,
  needsColumns: 2,
  failed: 1,
  checked: 3,
  committed: 4,
  superseded: 3,
  abandoned: 3,
} as const;

export type ImportPageData = SerializeFrom<typeof loader>;

export default function ImportPage() {
  const found = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { view, job, sameFile } = found;
  const { uploadTitle } = IMPORT_LAYOUTS[view.layout];
  const isWorking = job !== null && !isOver(job.state);
  return (
    <>
      <PageHeader
        title={`${uploadTitle}：${view.classId === null ? view.countyName : view.label}`}
        badge={<ImportStateBadge state={view.state} />}
        actions={
          <ButtonLink to={`/rosters/imports/${view.id}/original`} reloadDocument>
            下载原文件
          </ButtonLink>
        }
        note={`${view.countyName} · ${view.fileName} · 第 ${view.edition} 版 · 文件指纹 ${view.fingerprint} · ${view.createdByName} ${chinaMinute(view.createdAt)} 上传`}
      />
      <ImportSteps current={view.state === "checked" && isWorking ? 4 : STEP[view.state]} />
      {sameFile && (
        <Notice kind="info" title="这份文件已经上传过">
          同一份文件由{view.createdByName}于 {chinaMinute(view.createdAt)}{" "}
          上传，没有重复导入，下面是那一次的结果。
        </Notice>
      )}
      <ErrorSummary errors={answer?.errors} />
      <ImportBody found={found} isWorking={isWorking} />
    </>
  );
}
