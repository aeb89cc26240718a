import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface FundFile {
  readonly fileId: string;
  readonly fileName: string;
}

/** The voucher or paper of that pot; null where it has none such. */
export async function findFundFile(
  tx: Tx,
  { potId, fileId }: { readonly potId: string; readonly fileId: string },
): Promise<FundFile | null> {
  if (!isUuid(fileId)) return null;
  const args = { where: { potId, fileId }, select: { fileName: true } };
  const found =
    (await tx.fundReceipt.findFirst(args)) ??
    (await tx.expenditure.findFirst(args)) ??
    (await tx.closureStep.findFirst(args));
  return found === null ? null : { fileId, fileName: found.fileName };
}
