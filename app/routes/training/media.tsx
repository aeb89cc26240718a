import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { may } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { browseMedia } from "~/usecases/evidence/browse-media.server";
import { ClassFrame } from "./class-frame";
import { MediaSessionRow, sessionTitle } from "./media-session-row";
import { MediaWaiting } from "./media-waiting-notice";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `影像 · ${head.label}`,
  crumb: ({ head }) => ({ label: head.label, to: `/classes/${head.id}` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const at = now();
  const head = await viewClassHead(actor, params["classId"], dayInChina(at));
  if (head === null) throw notFound();
  const outcome = await browseMedia(actor, { classId: head.id }, at);
  if (!outcome.ok) throw outcome.refusal.kind === "notFound" ? notFound() : forbidden();
  const mayWrite = may(actor, "media.write", head.countyCode, dayInChina(at));
  return { head, ...outcome.value, mayUpload: mayWrite && !head.isSealed };
}

export default function ClassMediaPage() {
  const { head, sessions, waiting, mayUpload } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const uploaded = Number(search.get("uploaded") ?? 0);
  return (
    <ClassFrame head={head} current="media">
      {uploaded > 0 && (
        <Notice kind="success" live>
          已上传 {uploaded} 份影像。
        </Notice>
      )}
      <MediaWaiting classId={head.id} waiting={waiting} />
      <Gaps classId={head.id} sessions={sessions} mayUpload={mayUpload} />
      <p className="mb-3 text-slate-600">
        曲财农〔2020〕31号要求培训有全程影像资料，未定数量：没有录入标准时，每次课至少 1
        份（本系统定义）。拍摄时间与课次相差 30
        分钟以上、拍摄地过远、没有拍摄信息的会提醒，不自动作废。
      </p>
      {sessions.length === 0 && (
        <EmptyState title="本班还没有课次" icon="training">
          由县级经办人先在“课程与考勤”登记课次，再按课次上传影像。
        </EmptyState>
      )}
      {sessions.map((session) => (
        <MediaSessionRow key={session.id} {...{ classId: head.id, session, mayUpload }} />
      ))}
    </ClassFrame>
  );
}

function Gaps(props: {
  readonly classId: string;
  readonly sessions: Loaded["sessions"];
  readonly mayUpload: boolean;
}) {
  const gaps = props.sessions.filter(({ counted, needed }) => counted < needed);
  if (gaps.length === 0) return null;
  return (
    <Notice kind="warning" title={`${gaps.length} 次课影像不足`}>
      <ul>
        {gaps.map((session) => (
          <li key={session.id} className="py-0.5">
            {sessionTitle(session)}：已有 {session.counted} 份，还缺{" "}
            {session.needed - session.counted} 份
            {props.mayUpload && (
              <Link
                to={`/classes/${props.classId}/sessions/${session.id}/media`}
                className="ml-2 text-brand-600 underline"
              >
                上传
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
