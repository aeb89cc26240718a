import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewNotice } from "~/data/posts/notice-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { notFound } from "~/platform/http/not-found.server";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { ProblemList } from "~/ui/tables/problem-list";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerNotice } from "./notice-answers.server";
import { NoticeBadge } from "./notice-badge";
import { NoticeEnding } from "./notice-ending";
import { NoticeFacts } from "./notice-facts";
import { NoticeObjections } from "./notice-objections";
import { NoticePeople } from "./notice-people";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ notice }) => notice.title,
  crumb: ({ notice }) => ({ label: notice.title }),
};

const DONE = new Map([
  ["open", "公示已登记。"],
  ["objection", "异议已登记，请在公示结束前处理。"],
  ["decide", "异议已处理。"],
  ["close", "公示已结束，由审核人确认聘用。"],
  ["withdraw", "公示已撤回，名单上的人可以重新公示。"],
  ["proof", "公示照片已上传。"],
  ["confirm", "已确认聘用。"],
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const notice = await viewNotice(actor, params["noticeId"], dayInChina(now()));
  if (notice === null) throw notFound();
  return { notice, done: new URL(request.url).searchParams.get("done") ?? "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { noticeId } = params;
  if (!isUuid(noticeId)) throw notFound();
  return answerNotice(actor, noticeId, await request.formData());
}

export default function NoticePage() {
  const { notice, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  const left = answer?.left ?? [];
  return (
    <>
      <PageHeader
        title={notice.title}
        badge={<NoticeBadge state={notice.state} isLate={notice.isLate} />}
        note={`${notice.countyName} · ${notice.fromOn} 至 ${notice.toOn}`}
      />
      <ErrorSummary errors={answer?.errors} />
      {left.length > 0 && (
        <ProblemList
          label="没有确认的人员"
          problems={left.map(({ name, reason }) => ({
            ...{ severity: "refused" as const, place: name, message: reason },
          }))}
        />
      )}
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <div className="space-y-4">
        <NoticeFacts notice={notice} />
        <NoticePeople notice={notice} />
        {notice.objections !== null && (
          <NoticeObjections notice={notice} objections={notice.objections} feedback={answer} />
        )}
        {notice.mayWrite && notice.state !== "withdrawn" && (
          <NoticeEnding notice={notice} feedback={answer} />
        )}
      </div>
    </>
  );
}
