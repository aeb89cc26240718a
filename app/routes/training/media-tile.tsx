import { Link } from "@remix-run/react";
import type { MediaTile } from "~/data/evidence/media-tiles-view.server";
import { MEDIA_KIND_LABELS } from "~/domain/evidence/media-kind";
import { Badge } from "~/ui/display/badge";
import { chinaMinute } from "~/ui/frame/frame-data";
import { classNames } from "~/ui/class-names";
import { Icon } from "~/ui/icon";

/** One picture as a thumbnail with what there is to say about it; leads to its own page. */
export function MediaTileFigure({ tile }: { readonly tile: MediaTile }) {
  const label = `${MEDIA_KIND_LABELS[tile.kind]}${tile.capturedAt === null ? "" : ` ${chinaMinute(tile.capturedAt)}`}`;
  const unexplained = tile.likenesses.filter(({ explanation }) => explanation === null).length;
  return (
    <li className="w-36">
      <Link
        to={`/media/${tile.id}`}
        className="block rounded border border-slate-300 bg-white hover:border-brand-600"
      >
        <Thumbnail
          mediaId={tile.id}
          hasThumbnail={tile.hasThumbnail}
          alt={label}
          word={wordOf(tile)}
        />
        <span className="block px-1.5 py-1 text-xs tabular-nums text-slate-700">
          {tile.capturedAt === null ? MEDIA_KIND_LABELS[tile.kind] : chinaMinute(tile.capturedAt)}
          {tile.durationMs !== null && ` · ${Math.round(tile.durationMs / 1000)} 秒`}
        </span>
      </Link>
      <div className="mt-1 space-y-1 text-xs">
        {tile.setAsideReason !== null && <Badge>不作佐证</Badge>}
        {tile.state === "unreadable" && <p className="text-red-700">{tile.problem}</p>}
        {tile.findings.map((finding) => (
          <p key={finding} className="flex items-start gap-1 text-amber-800">
            <Icon name="warning" className="mt-0.5 h-3.5 w-3.5" />
            {finding}
          </p>
        ))}
        {tile.likenesses.length > 0 && (
          <p className={unexplained > 0 ? "text-red-700" : "text-slate-600"}>
            {unexplained > 0 ? `与 ${unexplained} 处影像相同或相近，待说明` : "相同影像已说明"}
          </p>
        )}
      </div>
    </li>
  );
}

function wordOf(tile: MediaTile): string {
  switch (tile.state) {
    case "waiting":
      return "正在读取…";
    case "unreadable":
      return "无法读取";
    case "ready":
      return MEDIA_KIND_LABELS[tile.kind];
  }
}

interface ThumbnailProps {
  readonly mediaId: string;
  readonly hasThumbnail: boolean;
  readonly alt: string;
  /** Stands where there is no picture: a video, or one that is still being read. */
  readonly word: string;
  /** To be compared with another: larger, and nothing cut off. */
  readonly whole?: boolean;
}

export function Thumbnail({ mediaId, hasThumbnail, alt, word, whole }: ThumbnailProps) {
  if (!hasThumbnail) {
    return (
      <span className="flex h-24 w-full items-center justify-center rounded-t bg-slate-100 text-slate-600">
        {word}
      </span>
    );
  }
  return (
    <img
      src={`/media/${mediaId}/thumbnail`}
      alt={alt}
      loading="lazy"
      className={classNames(
        "w-full rounded-t bg-slate-100",
        whole ? "h-40 object-contain" : "h-24 object-cover",
      )}
    />
  );
}
