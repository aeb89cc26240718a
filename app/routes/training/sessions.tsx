import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { viewTimetable } from "~/data/training/session-list-view.server";
import { whyNotWritten } from "~/domain/training/class-writing";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { requireActor } from "~/usecases/access/require-actor.server";
import { ClassFrame } from "./class-frame";
import { ClassWritingNotice } from "./class-writing-notice";
import { sessionColumns } from "./session-columns";
import { TimetableFindings } from "./timetable-findings";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.label}课程与考勤`,
  crumb: ({ head }) => ({ label: head.label, to: `/classes/${head.id}` }),
};

const DONE: Readonly<Record<string, string>> = {
  add: "课次已登记。",
  change: "课次已修改。",
  cancel: "课次已取消，原记录和原因保留在表中。",
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewClassHead(actor, params["classId"], today);
  if (head === null) throw notFound();
  const mayWrite = whyNotWritten(actor, head, today) === null;
  const done = new URL(request.url).searchParams.get("done") ?? "";
  return {
    head,
    today,
    mayWrite,
    page: await viewTimetable(actor, head),
    done: DONE[done] ?? null,
  };
}

export default function Sessions() {
  const { head, today, mayWrite, page, done } = useLoaderData<typeof loader>();
  const { sessions, headcount } = page;
  const at = `/classes/${head.id}`;
  const standing = sessions.filter(({ isCancelled }) => !isCancelled);
  const due = standing.filter(({ heldOn }) => heldOn <= today);
  const whole = due.filter(({ marked }) => headcount > 0 && marked >= headcount);
  return (
    <ClassFrame
      head={head}
      current="sessions"
      actions={<SessionActions at={at} mayWrite={mayWrite} />}
    >
      {done !== null && (
        <Notice kind="success" live>
          {done}
        </Notice>
      )}
      <ClassWritingNotice head={head} />
      <StatTiles>
        <StatTile label="课次" value={String(standing.length)} unit="次" />
        <StatTile label="总课时" value={String(page.totalHours)} unit="课时" />
        <StatTile
          label="考勤已登齐"
          value={String(whole.length)}
          unit="次"
          note={`已到上课日 ${due.length} 次`}
          tone={whole.length < due.length ? "warning" : "neutral"}
        />
      </StatTiles>
      <TimetableFindings page={page} days={head} />
      <DataTable
        caption="课程表"
        columns={sessionColumns(head.id, headcount, today, mayWrite)}
        rows={sessions}
        rowKey={(row) => row.id}
        rowTone={(row) =>
          !row.isCancelled && row.heldOn <= today && row.marked < headcount ? "warning" : "plain"
        }
        empty={
          <EmptyState title="还没有课次" icon="training">
            {mayWrite
              ? "按起止日期批量排课，或逐次登记；排好后按课次登记考勤。"
              : "由县级经办人登记本班的课程表。"}
          </EmptyState>
        }
      />
    </ClassFrame>
  );
}

function SessionActions({ at, mayWrite }: { readonly at: string; readonly mayWrite: boolean }) {
  return (
    <>
      <ButtonLink to={`${at}/attendance`}>考勤总表</ButtonLink>
      <ButtonLink to={`${at}/forms`} icon="print">
        表单
      </ButtonLink>
      {mayWrite && <ButtonLink to={`${at}/sessions/series`}>批量排课</ButtonLink>}
      {mayWrite && (
        <ButtonLink to={`${at}/sessions/new`} variant="primary" icon="plus">
          登记课次
        </ButtonLink>
      )}
    </>
  );
}
