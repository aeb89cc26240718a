import { Form, Link } from "@remix-run/react";
import type { MediaTile } from "~/data/evidence/media-tiles-view.server";
import type { LikenessPlace } from "~/domain/evidence/media-likeness";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { TextAreaField } from "~/ui/forms/text-field";
import { chinaMinute } from "~/ui/frame/frame-data";
import { Thumbnail } from "./media-tile";

type Likeness = MediaTile["likenesses"][number];

const PLACES: Readonly<Record<LikenessPlace, string>> = {
  sameSession: "本次课的另一份影像",
  sameClass: "本班其他课次的影像",
  otherClass: "本县其他培训班的影像",
  otherCounty: "他县培训班的影像",
};

interface MediaLikenessesProps {
  readonly mediaId: string;
  readonly hasThumbnail: boolean;
  readonly likenesses: readonly Likeness[];
  /** Whether the reader may give his county's explanation here. */
  readonly mayExplain: boolean;
}

/** The picture beside each that looks like it, with the county's explanation. */
export function MediaLikenesses(props: MediaLikenessesProps) {
  if (props.likenesses.length === 0) return null;
  return (
    <Card
      title="相同或相近的影像"
      note="同一画面用于两个班或两次课的，须由县里说明；说明只能填写一次。"
    >
      <ul className="divide-y divide-slate-200">
        {props.likenesses.map((likeness) => (
          <li key={likeness.id} className="py-3 first:pt-0 last:pb-0">
            <p className="mb-2 font-medium">
              {PLACES[likeness.place]}：{likeness.text}
            </p>
            <div className="flex flex-wrap gap-4">
              <figure className="w-56">
                <Thumbnail
                  mediaId={props.mediaId}
                  hasThumbnail={props.hasThumbnail}
                  alt="这一份影像"
                  word="没有缩略图"
                  whole
                />
                <figcaption className="text-xs text-slate-600">这一份</figcaption>
              </figure>
              <OtherPicture other={likeness.other} />
            </div>
            <Explanation likeness={likeness} mayExplain={props.mayExplain} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function OtherPicture({ other }: { readonly other: Likeness["other"] }) {
  if (other === null) {
    return (
      <p className="flex h-40 w-56 items-center justify-center rounded bg-slate-100 text-slate-600">
        他县培训班
      </p>
    );
  }
  return (
    <figure className="w-56">
      <Link to={`/media/${other.mediaId}`}>
        <Thumbnail
          mediaId={other.mediaId}
          hasThumbnail={other.hasThumbnail}
          alt={`${other.label} ${other.heldOn} 的影像`}
          word="没有缩略图"
          whole
        />
      </Link>
      <figcaption className="text-xs text-slate-600">
        {other.label} {other.heldOn}
      </figcaption>
    </figure>
  );
}

function Explanation(props: { readonly likeness: Likeness; readonly mayExplain: boolean }) {
  const { id, explanation, explainedByName, explainedAt } = props.likeness;
  if (explanation !== null) {
    return (
      <p className="mt-2">
        说明：{explanation}
        <span className="ml-2 text-slate-600">
          {explainedByName} {explainedAt !== null && chinaMinute(explainedAt)}
        </span>
      </p>
    );
  }
  if (!props.mayExplain) return <p className="mt-2 text-amber-800">县里尚未说明。</p>;
  return (
    <Form method="post" className="mt-2 max-w-xl space-y-2">
      <input type="hidden" name="likenessId" value={id} />
      <TextAreaField
        name="explanation"
        id={`explanation-${id}`}
        label="说明"
        hint="如：两班同日合班上课，同一张照片两班共用"
        rows={2}
        maxLength={200}
        required
      />
      <SubmitButton name="intent" value="explain" variant="default">
        提交说明
      </SubmitButton>
    </Form>
  );
}
