import type { MediaPage } from "~/data/evidence/media-item-view.server";
import { writeHours } from "~/domain/training/timetable";
import { buttonClass } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { Icon } from "~/ui/icon";

/** The picture or video itself, with the way to the file as it was sent. */
export function MediaPicture({ media }: { readonly media: MediaPage }) {
  const { id, kind } = media.tile;
  return (
    <Card
      title={`${media.heldOn} ${writeHours(media)}`}
      actions={
        // A download leaves the page where it is: no route of the router's own.
        <a className={buttonClass("default", "small")} href={`/media/${id}/file?original=1`}>
          <Icon name="export" />
          下载原{kind === "photo" ? "图" : "视频"}
        </a>
      }
    >
      <Shown media={media} />
    </Card>
  );
}

function Shown({ media }: { readonly media: MediaPage }) {
  const { tile } = media;
  const address = `/media/${tile.id}/file`;
  if (!media.hasView) {
    const isWaiting = tile.state === "waiting";
    return (
      <EmptyState
        title={isWaiting ? "正在读取" : "无法读取"}
        icon={isWaiting ? "clock" : "warning"}
      >
        {isWaiting ? "读完后在这里显示，请稍后刷新。" : tile.problem}
      </EmptyState>
    );
  }
  if (tile.kind === "video") {
    return (
      <video controls preload="none" src={address} className="max-h-[70vh] w-full bg-black">
        浏览器不能播放，请下载原视频。
      </video>
    );
  }
  return (
    <img
      src={address}
      alt={`${media.heldOn} 课堂照片`}
      className="mx-auto max-h-[70vh] max-w-full object-contain"
    />
  );
}
