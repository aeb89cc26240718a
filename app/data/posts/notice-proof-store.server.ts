import type { ProofMediaType } from "~/data/files/media-type.server";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface NoticeProof {
  readonly id: string;
  readonly countyCode: string;
  readonly title: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly mediaType: ProofMediaType;
}

/** The picture of a notice; null where there is none, or out of scope. */
export async function findNoticeProof(tx: Tx, id: string): Promise<NoticeProof | null> {
  if (!isUuid(id)) return null;
  const row = await tx.postNotice.findUnique({ where: { id } });
  if (row === null || row.proofFileId === null) return null;
  const { countyCode, title, proofFileId: fileId, proofName: fileName } = row;
  // Written from what the file's own bytes say.
  const mediaType = row.proofType as ProofMediaType;
  return { id, countyCode, title, fileId, fileName, mediaType };
}
