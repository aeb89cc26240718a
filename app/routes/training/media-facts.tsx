import type { MediaPage } from "~/data/evidence/media-item-view.server";
import { MEDIA_KIND_LABELS } from "~/domain/evidence/media-kind";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { chinaMinute } from "~/ui/frame/frame-data";

const FORMATS: Readonly<Record<string, string>> = {
  "image/jpeg": "JPG",
  "image/png": "PNG",
  "image/webp": "WebP",
  "video/mp4": "MP4",
  "video/webm": "WebM",
};

/** What is known of the file, by itself and by its camera. */
export function MediaFacts({ media }: { readonly media: MediaPage }) {
  const { tile, width, height, latitude, longitude } = media;
  const place = latitude !== null && longitude !== null;
  return (
    <Card title="影像信息">
      <DescriptionList
        items={[
          { term: "文件", detail: media.fileName || "未记录" },
          {
            term: "类型",
            detail: `${MEDIA_KIND_LABELS[tile.kind]}（${FORMATS[media.mimeType] ?? "其他格式"}）`,
          },
          { term: "大小", detail: sizeText(media.size) },
          ...(width === null ? [] : [{ term: "像素", detail: `${width} × ${height}` }]),
          ...(tile.durationMs === null
            ? []
            : [{ term: "时长", detail: `${(tile.durationMs / 1000).toFixed(1)} 秒` }]),
          {
            term: "拍摄时间",
            detail: tile.capturedAt === null ? "未记录" : chinaMinute(tile.capturedAt),
          },
          {
            term: "拍摄地点",
            detail: place
              ? `北纬 ${latitude.toFixed(5)}°，东经 ${longitude.toFixed(5)}°`
              : "未记录",
          },
          { term: "设备", detail: media.device || "未记录" },
          {
            term: "上传",
            detail: `${media.uploadedByName} ${chinaMinute(media.uploadedAt)}`.trim(),
          },
          ...(media.setAsideAt === null
            ? []
            : [{ term: "标为不作佐证", detail: chinaMinute(media.setAsideAt) }]),
          {
            term: "文件指纹（SHA-256）",
            detail: <span className="break-all font-mono">{media.sha256}</span>,
            wide: true,
          },
        ]}
      />
      <p className="mt-2 text-slate-600">
        拍摄时间、地点和设备取自文件内的拍摄信息，仅供核对；页面显示的图片已去除这些信息，原文件加密保存。
      </p>
    </Card>
  );
}

function sizeText(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
