import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { may } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { browseMedia } from "~/usecases/evidence/browse-media.server";
import { ClassFrame } from "./class-frame";
import { takeMedia } from "./media-intake.server";
import { MediaSessionRow } from "./media-session-row";
import { MediaUploadForm } from "./media-upload-form";
import { MediaWaiting } from "./media-waiting-notice";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head, session }) => `${session.heldOn} 影像 · ${head.label}`,
  crumb: ({ head }) => ({ label: `${head.label} 影像`, to: `/classes/${head.id}/media` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const at = now();
  const { classId, sessionId } = params;
  const head = await viewClassHead(actor, classId, dayInChina(at));
  if (head === null || !isUuid(sessionId)) throw notFound();
  const outcome = await browseMedia(actor, { classId: head.id, sessionId }, at);
  if (!outcome.ok) throw outcome.refusal.kind === "notFound" ? notFound() : forbidden();
  const [session] = outcome.value.sessions;
  if (session === undefined) throw notFound();
  const mayWrite = may(actor, "media.write", head.countyCode, dayInChina(at));
  return { head, session, waiting: outcome.value.waiting, mayWrite };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { taken, refused } = await takeMedia(actor, params, request, now());
  if (refused.length === 0)
    return redirect(`/classes/${params["classId"]}/media?uploaded=${taken}`);
  return data({ taken, refused }, { status: 422 });
}

export default function SessionMediaPage() {
  const { head, session, waiting, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ClassFrame
      head={head}
      current="media"
      actions={<ButtonLink to={`/classes/${head.id}/media`}>返回全班影像</ButtonLink>}
    >
      <ErrorSummary
        heading={answer === undefined ? undefined : headingOf(answer)}
        errors={answer?.refused.map((message) => ({ field: "files", message }))}
      />
      <MediaWaiting classId={head.id} waiting={waiting} />
      {mayWrite && head.isSealed && <Notice kind="info">本班花名册已封存，影像不能再增加。</Notice>}
      {mayWrite && session.isCancelled && <Notice kind="info">这次课已取消，不能上传影像。</Notice>}
      {mayWrite && !head.isSealed && !session.isCancelled && (
        <Card title="上传影像">
          <MediaUploadForm classId={head.id} sessionId={session.id} />
        </Card>
      )}
      <MediaSessionRow classId={head.id} session={session} mayUpload={false} whole />
    </ClassFrame>
  );
}

function headingOf({ taken, refused }: { taken: number; refused: readonly string[] }): string {
  const left = `${refused.length} 份没有上传`;
  return taken === 0 ? left : `已上传 ${taken} 份，${left}`;
}
