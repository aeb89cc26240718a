import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewMedia } from "~/data/evidence/media-item-view.server";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { MEDIA_KIND_LABELS } from "~/domain/evidence/media-kind";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { explainLikeness } from "~/usecases/evidence/explain-likeness.server";
import { setMediaAside } from "~/usecases/evidence/set-media-aside.server";
import { ClassFrame } from "./class-frame";
import { explanationError, reasonOf, setAsideError } from "./media-item-answers.server";
import { MediaFacts } from "./media-facts";
import { MediaLikenesses } from "./media-likenesses";
import { MediaPicture } from "./media-picture";
import { MediaSetAside } from "./media-set-aside";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ media, head }) =>
    `${media.heldOn} ${MEDIA_KIND_LABELS[media.tile.kind]} · ${head.label}`,
  crumb: ({ head }) => ({ label: `${head.label} 影像`, to: `/classes/${head.id}/media` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const on = dayInChina(now());
  const media = await viewMedia(actor, params["mediaId"], on);
  const head = media === null ? null : await viewClassHead(actor, media.classId, on);
  if (media === null || head === null) throw notFound();
  if (!media.mayRead) throw forbidden();
  return { media, head };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const media = await viewMedia(actor, params["mediaId"], dayInChina(now()));
  if (media === null) throw notFound();
  if (!media.mayWrite) throw forbidden();
  const { id } = media.tile;
  const form = await request.formData();
  const isExplaining = form.get("intent") === "explain";
  const field = isExplaining ? "explanation" : "reason";
  const given = reasonOf(form.get(field), isExplaining ? "说明" : "理由");
  if (!given.ok) {
    const values = { [field]: String(form.get(field) ?? "") };
    return data({ values, errors: { [field]: given.refusal } }, { status: 422 });
  }
  if (isExplaining) {
    const likeness = media.tile.likenesses.find((one) => one.id === form.get("likenessId"));
    if (likeness === undefined) throw notFound();
    const outcome = await explainLikeness(actor, likeness.id, given.value, now());
    if (outcome.ok) return redirect(`/media/${id}`);
    return data({ errors: { explanation: explanationError(outcome.refusal) } }, { status: 409 });
  }
  const outcome = await setMediaAside(actor, id, given.value, now());
  if (outcome.ok) return redirect(`/media/${id}`);
  return data({ errors: { reason: setAsideError(outcome.refusal) } }, { status: 409 });
}

export default function MediaItemPage() {
  const { media, head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { tile } = media;
  return (
    <ClassFrame
      head={head}
      current="media"
      actions={
        <ButtonLink to={`/classes/${head.id}/sessions/${tile.sessionId}/media`}>
          返回本次课影像
        </ButtonLink>
      }
    >
      <ErrorSummary errors={answer?.errors as Record<string, string> | undefined} />
      {tile.setAsideReason !== null && (
        <Notice kind="info" title="这份影像不作佐证">
          {tile.setAsideReason}
        </Notice>
      )}
      {tile.findings.length > 0 && (
        <Notice kind="warning" title="请核对">
          <ul>
            {tile.findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
        </Notice>
      )}
      <MediaPicture media={media} />
      <FormFeedback feedback={answer}>
        <MediaLikenesses
          mediaId={tile.id}
          hasThumbnail={tile.hasThumbnail}
          likenesses={tile.likenesses}
          mayExplain={media.mayWrite}
        />
        <MediaFacts media={media} />
        {media.mayWrite && !head.isSealed && tile.setAsideReason === null && <MediaSetAside />}
      </FormFeedback>
    </ClassFrame>
  );
}
