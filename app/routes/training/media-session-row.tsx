import type { SessionGallery } from "~/data/evidence/media-gallery-view.server";
import { writeHours } from "~/domain/training/timetable";
import { ButtonLink } from "~/ui/actions/button";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { MediaTileFigure } from "./media-tile";

const MOST_TILES = 12;

interface MediaSessionRowProps {
  readonly classId: string;
  readonly session: SessionGallery;
  readonly mayUpload: boolean;
  /** All of them, on the session's own page. */
  readonly whole?: boolean;
}

/** One row of the matrix: the session, how many it has of how many it needs, and its pictures. */
export function MediaSessionRow({ classId, session, mayUpload, whole }: MediaSessionRowProps) {
  const address = `/classes/${classId}/sessions/${session.id}/media`;
  const shown = whole ? session.tiles : session.tiles.slice(0, MOST_TILES);
  const more = session.tiles.length - shown.length;
  return (
    <Card
      title={sessionTitle(session)}
      note={
        <span className="flex flex-wrap items-center gap-x-2">
          <MediaCount session={session} />
          {session.topic === "" ? session.place : `${session.place} · ${session.topic}`}
        </span>
      }
      actions={
        !whole &&
        mayUpload && (
          <ButtonLink to={address} size="small" icon="import">
            上传影像
          </ButtonLink>
        )
      }
    >
      {shown.length === 0 ? (
        <p className="text-slate-600">还没有影像。</p>
      ) : (
        <ul className="flex flex-wrap gap-3">
          {shown.map((tile) => (
            <MediaTileFigure key={tile.id} tile={tile} />
          ))}
        </ul>
      )}
      {more > 0 && (
        <p className="mt-3">
          <ButtonLink to={address}>查看全部 {session.tiles.length} 份</ButtonLink>
        </p>
      )}
    </Card>
  );
}

export function sessionTitle(session: SessionGallery): string {
  return `${session.heldOn} ${writeHours(session)}`;
}

function MediaCount({ session }: { readonly session: SessionGallery }) {
  const { counted, needed, isCancelled } = session;
  if (isCancelled) return <StateBadge label="已取消" tone="neutral" />;
  const isEnough = counted >= needed;
  return (
    <StateBadge
      label={`${counted} 份，至少 ${needed} 份`}
      tone={isEnough ? "success" : "danger"}
      icon={isEnough ? "check" : "warning"}
    />
  );
}
