import { MEDIA_BYTES, type UnwantedMedia } from "~/domain/evidence/media-kind";

/** Why one file of an upload was not taken; the others of the same upload are. */
export type MediaRefusal =
  UnwantedMedia | "empty" | "photoTooLarge" | "videoTooLarge" | "tooMany" | "same" | "storeDown";

/** Files of one upload. */
export const MOST_FILES = 40;

const MEGABYTE = 1024 * 1024;

/** What is wrong with the file, and what to do about it. */
export const MEDIA_REFUSALS: Readonly<Record<MediaRefusal, string>> = {
  heic:
    "是 HEIC 格式，多数电脑打不开。请在手机“设置 › 相机 › 格式”里选“兼容性最佳”后重拍，" +
    "或在相册里把照片另存为 JPG 再上传",
  mov: "是 MOV 格式，浏览器不能播放。请在手机上用“导出”“转换格式”存为 MP4 后再上传",
  other: "不是能收的格式。照片请用 JPG、PNG、WebP，视频请用 MP4、WebM（以文件内容为准，改名无效）",
  empty: "是空文件，请重新选择",
  photoTooLarge: `超过照片 ${MEDIA_BYTES.photo / MEGABYTE} MB 的上限，请用原图压缩后再上传`,
  videoTooLarge: `超过视频 ${MEDIA_BYTES.video / MEGABYTE} MB 的上限，请剪短后再上传`,
  tooMany: `一次最多上传 ${MOST_FILES} 个文件，请分次上传`,
  same: "这次课已经有同一份文件，不必重复上传",
  storeDown: "存储服务暂时连接不上，文件没有保存。请稍后再传；一直不行请联系系统管理员",
};

/** The limits as the form states them. */
export const MEDIA_LIMITS_TEXT =
  `照片：JPG、PNG、WebP，每张不超过 ${MEDIA_BYTES.photo / MEGABYTE} MB、5000 万像素；` +
  `视频：MP4、WebM，每段不超过 ${MEDIA_BYTES.video / MEGABYTE} MB；一次最多 ${MOST_FILES} 个`;
