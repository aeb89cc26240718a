import { SCAN_LIMITS } from "~/domain/evidence/scan-page";
import { pictureKind } from "~/platform/image/picture-kind.server";
import { receiveUploads, type ReceivedMany, type UploadProblem } from "./receive-uploads.server";

const PROBLEMS: Readonly<Record<UploadProblem, string>> = {
  tooLarge: "超过 20 MB，没有收下。扫描分辨率 200 至 300 dpi 即可",
  otherKind: "不是 JPG、PNG 或 PDF，没有收下",
  tooMany: `一次最多 ${SCAN_LIMITS.maxFiles} 个文件，这一个没有收下，请另行上传`,
  empty: "文件是空的，没有收下",
};

export interface ReceivedScans extends Omit<ReceivedMany, "refused"> {
  /** Left out, with what the officer reads. */
  readonly refused: readonly { readonly fileName: string; readonly problem: string }[];
}

/** Reads a form of scans: JPG, PNG or PDF by their first bytes, within SCAN_LIMITS. */
export async function receiveScans(request: Request): Promise<ReceivedScans> {
  const isTaken = (head: Uint8Array) => pictureKind(head) !== null;
  const received = await receiveUploads(request, { ...SCAN_LIMITS, isTaken });
  const refused = received.refused.map(({ fileName, problem }) => ({
    fileName,
    problem: PROBLEMS[problem],
  }));
  return { ...received, refused };
}
